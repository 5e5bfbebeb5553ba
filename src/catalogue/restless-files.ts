import { type BigIntStats, lstatSync } from 'node:fs'
import { join } from 'node:path'
import { annexFiles } from '../intake/annex-files.ts'

/** How long a file must have been still that nothing in it says is whole, in milliseconds, and how long at most. */
const atLeast = 5000
const atMost = 20_000

type Look = (path: string) => Pick<BigIntStats, 'mtimeNs' | 'ctimeNs' | 'birthtimeNs' | 'isSymbolicLink'>
const lookAt: Look = (path) => lstatSync(path, { bigint: true })

/** A file that somebody may still be writing, and for how long to wait, in milliseconds. */
export interface Restless {
  readonly file: string
  readonly waitMs: number
}

/**
 * The annexes that may be half written. JSON, Word and Excel files end in something that half a file does not have, and are refused; any
 * beginning of a CSV file is a CSV file, and would be served as a complete list. It counts when it has been still for as long as it took
 * to be written, or was moved into its place: then its place is newer than its last byte.
 * @param now in milliseconds since 1970
 * @param look what the file system says of a file
 */
export function restlessFiles(annexDir: string | undefined, now: number, look: Look = lookAt): Restless[] {
  if (annexDir === undefined) return []
  return annexFiles(annexDir)
    .filter(({ file }) => /\.csv$/i.test(file))
    .map(({ file }) => ({ file, waitMs: waitFor(look(join(annexDir, file)), now) }))
    .filter(({ waitMs }) => waitMs > 0)
}

function waitFor(found: ReturnType<Look>, now: number): number {
  const { mtimeNs, ctimeNs, birthtimeNs } = found
  // A link is made when what it leads to is there: volumes of containers consist of them.
  if (found.isSymbolicLink() || ctimeNs > mtimeNs) return 0
  const still = now - Number(mtimeNs / 1_000_000n)
  // The clock of another machine says nothing.
  if (still < -atMost) return 0
  return Math.min(Math.max(Number((mtimeNs - birthtimeNs) / 1_000_000n), atLeast), atMost) - still
}
