import { getHeapStatistics } from 'node:v8'
import type { CatalogueLocation, LoadBounds } from '../config/catalogue-location.ts'
import { Processes } from '../work/processes.ts'
import { WorkEnded, WorkRefused } from '../work/work-limits.ts'

/** A million items load in ten seconds. */
export const usualBounds: LoadBounds = { timeoutMs: 300_000, heapMb: null }

/** A SQLite file that was built, or found to be as it was built. */
export interface Built {
  /** The content hash of the data in it. */
  readonly hash: string
  /** Which file it is. */
  readonly identity: string
}

/**
 * Proves the SQLite file, built anew if it is out of date, in another process: reading all data, building and proving take the processor and
 * memory, which requests should not wait for. A thread would not do: one that fills its heap can end the whole process, whatever its limits.
 * @throws what the work throws, or a sentence where it takes too long, too much memory or ends without a word. Whatever became of it, its process is
 * ended, so that the next one finds nothing in its way; the next one removes its draft too.
 */
export function buildAside(
  { dataDir, annexDir, databasePath }: CatalogueLocation,
  { timeoutMs, heapMb }: LoadBounds,
  program = new URL('./build-worker.ts', import.meta.url),
): Promise<Built> {
  const memoryMb = heapMb ?? Math.ceil(getHeapStatistics().heap_size_limit / 2 ** 20)
  const limits = { processes: 1, waitMs: timeoutMs, timeMs: timeoutMs, memoryMb }
  const aside = new Processes<CatalogueLocation, Built>(program, limits, 0)
  return aside
    .run({ dataDir, ...(annexDir === undefined ? {} : { annexDir }), databasePath })
    .catch((error: unknown) => {
      if (error instanceof WorkEnded) throw new Error(endedSilently(error.code))
      if (!(error instanceof WorkRefused)) throw error
      throw new Error(error.why === 'memory' ? tookTooMuch(memoryMb) : tookTooLong(timeoutMs))
    })
    .finally(() => aside.close())
}

const what = 'The old data are served.'

const tookTooLong = (ms: number) =>
  `Reading the data took longer than ${ms} ms and was given up. ${what} See whether a file in DATA_DIR or ANNEX_DIR is far too large or its disk does not answer, or raise LOAD_TIMEOUT_MS; then send SIGHUP.`

const tookTooMuch = (megabytes: number) =>
  `Reading the data needed more than ${megabytes} MB of memory and was given up. ${what} See whether a file in DATA_DIR or ANNEX_DIR is far too large, or raise LOAD_HEAP_MB; then send SIGHUP.`

const endedSilently = (code: number | null) =>
  `The process that read the data ended without a word (code ${code}). ${what} Send SIGHUP to read them again; if it ends again, report it with the lines of the log before it.`
