import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DataSource } from '../config/catalogue-location.ts'
import { mostMegabytes } from '../documents/package/file-limits.ts'
import { jsonFiles, mostInDataFile } from '../files/json-files.ts'
import { FileRefused } from '../files/read-regular-file.ts'
import { annexFiles } from '../intake/annex-files.ts'
import { DataError } from '../lists/data-set.ts'
import { HashedReading } from './hashed-reading.ts'
import { programHash } from './program-hash.ts'

const folders = ['.', 'lists', 'names']
/** The files beside lists/ and names/, where the names of files are free. */
const single = ['documents.json', 'regions.json', 'rules.json', 'statutory-boards.json']

/**
 * The files of a data folder that are read, as paths below it, in a fixed order; what else lies there is no part of the data. names/
 * may be missing: no name is on record then.
 * @throws DataError if the folder or its lists/ is missing, or a file there would be passed over for the writing of its ending.
 */
export function dataFiles(folder: string): string[] {
  return folders.flatMap((sub) => {
    let names: string[]
    try {
      names = readdirSync(join(folder, sub))
    } catch (error) {
      if (sub === 'names' && (error as NodeJS.ErrnoException).code === 'ENOENT') return []
      const missing = sub === '.' ? 'DATA_DIR must name the folder with the lists' : `the data folder needs ${sub}/`
      throw new DataError([`${join(folder, sub)}: ${(error as Error).message}; ${missing}`])
    }
    if (sub === '.') return names.filter((name) => single.includes(name)).sort()
    const { read, miswritten } = jsonFiles(names)
    if (miswritten.length > 0) {
      throw new DataError(
        miswritten.map(
          (name) => `${join(folder, sub, name)}: is not read; its name must end in .json, in small letters`,
        ),
      )
    }
    return read.map((name) => `${sub}/${name}`)
  })
}

/** Of a change with more bytes than this nothing is kept: whatever is that large is read as a whole. */
const mostKept = 64 * 2 ** 20

/** One reading of all files, and what in it is not as it was. */
export interface FilesRead {
  /** See contentHash. */
  readonly hash: string
  /** SHA-256 of each file, by its path. */
  readonly files: ReadonlyMap<string, string>
  /** The bytes of the lists that are new or other than they were. */
  readonly changed: ReadonlyMap<string, Buffer>
}

/**
 * SHA-256 over the names and bytes of all data files and annexes: the same content gives the same hash on every machine. What an
 * annex says is what the program reads in it, so that with annexes the program counts as well. `readSource` gives the same for the same bytes.
 * @throws DataError if a folder or a file cannot be read.
 */
export const contentHash = (source: DataSource): string => readFiles(source).hash

/**
 * Reads all files once, and keeps what differs from what is known of them.
 * @param known the digests of an earlier reading, by their paths
 * @throws DataError if a folder or a file cannot be read.
 */
export function readFiles({ dataDir, annexDir }: DataSource, known?: ReadonlyMap<string, string>): FilesRead {
  const reading = new HashedReading()
  const changed = new Map<string, Buffer>()
  let kept = 0
  const problems: string[] = []
  const add = (folder: string, path: string, most: number) => {
    try {
      const bytes = reading.read(folder, path, most)
      if (!known || !path.startsWith('lists/') || known.get(path) === reading.files.get(path)) return
      kept += bytes.length
      if (kept <= mostKept) changed.set(path, bytes)
    } catch (error) {
      const place = join(folder, path)
      problems.push(
        error instanceof FileRefused
          ? `${place} ${error.message}`
          : `${place}: ${(error as Error).message}; it must be a file that the user who runs this may read`,
      )
    }
  }
  for (const path of dataFiles(dataDir)) add(dataDir, path, mostInDataFile)
  if (annexDir !== undefined) {
    reading.note(programHash())
    for (const { file } of annexFiles(annexDir)) add(annexDir, file, mostMegabytes.annex)
  }
  if (problems.length > 0) throw new DataError(problems)
  return { hash: reading.digest(), files: reading.files, changed }
}
