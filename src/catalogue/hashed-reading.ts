import { createHash, hash } from 'node:crypto'
import { join } from 'node:path'
import { readRegularFile } from '../files/read-regular-file.ts'

/** How a file is read. A test changes files between two readings. */
export type ReadFile = typeof readRegularFile

/** One reading of the files of data. Whatever is read in it goes into its hash, so that the hash is that of what was read (issue 34). */
export class HashedReading {
  readonly #hash = createHash('sha256')
  readonly #readFile: ReadFile
  /** SHA-256 of each file that was read, by its path. */
  readonly files = new Map<string, string>()

  constructor(readFile: ReadFile = readRegularFile) {
    this.#readFile = readFile
  }

  /** @throws FileRefused, or what the file system says */
  read(folder: string, path: string, mostMegabytes: number): Buffer {
    const bytes = this.#readFile(join(folder, path), mostMegabytes)
    this.#hash.update(`${path}\n${bytes.length}\n`).update(bytes)
    this.files.set(path, hash('sha256', bytes))
    return bytes
  }

  /** What counts beside the files. */
  note(words: string): void {
    this.#hash.update(`${words}\n`)
  }

  /** SHA-256 over names and bytes of what was read, in its order. Ends the reading. */
  digest(): string {
    return this.#hash.digest('hex')
  }
}
