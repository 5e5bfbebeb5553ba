import { getHeapStatistics } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { removeDraft } from '../drafts.ts'
import type { CatalogueLocation } from './ensure-database.ts'

/** How long a reload may take, and how much memory, before it is given up. */
export interface LoadBounds {
  readonly timeoutMs: number
  /** MB of heap; null: as much as Node may use for itself. */
  readonly heapMb: number | null
}

/** A million items load in ten seconds. */
export const usualBounds: LoadBounds = { timeoutMs: 300_000, heapMb: null }

/**
 * Proves the SQLite file, built anew if it is out of date, on another thread: reading all data, building and proving take the
 * processor, and requests should not wait for it. Gives the content hash.
 * @throws what the thread throws, or a sentence where it takes too long, too much memory or ends without a word. Whatever became of it, it is
 * ended, so that the next one finds nothing in its way.
 */
export async function buildAside(
  location: CatalogueLocation,
  { timeoutMs, heapMb }: LoadBounds,
  program = new URL('./build-worker.ts', import.meta.url),
): Promise<string> {
  const megabytes = heapMb ?? Math.ceil(getHeapStatistics().heap_size_limit / 2 ** 20)
  const { dataDir, annexDir, databasePath } = location
  const worker = new Worker(program, {
    workerData: { dataDir, ...(annexDir === undefined ? {} : { annexDir }), databasePath } satisfies CatalogueLocation,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  const { threadId } = worker
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<string>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(tookTooLong(timeoutMs))), timeoutMs)
      worker.once('message', (told: string | Error) => (told instanceof Error ? reject(told) : resolve(told)))
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Error(tookTooMuch(megabytes)) : error),
      )
      worker.once('exit', (code) => reject(new Error(endedSilently(code))))
    })
  } finally {
    clearTimeout(timer)
    // Not waited for: a thread that the disk keeps waiting ends only when the disk answers.
    worker.terminate().then(() => removeDraft(databasePath, threadId))
  }
}

const what = 'The old data are served.'

const tookTooLong = (ms: number) =>
  `Reading the data took longer than ${ms} ms and was given up. ${what} See whether a file in DATA_DIR or ANNEX_DIR is far too large or its disk does not answer, or raise LOAD_TIMEOUT_MS; then send SIGHUP.`

const tookTooMuch = (megabytes: number) =>
  `Reading the data needed more than ${megabytes} MB of memory and was given up. ${what} See whether a file in DATA_DIR or ANNEX_DIR is far too large, or raise LOAD_HEAP_MB; then send SIGHUP.`

const endedSilently = (code: number) =>
  `The thread that read the data ended without a word (code ${code}). ${what} Send SIGHUP to read them again; if it ends again, report it with the lines of the log before it.`
