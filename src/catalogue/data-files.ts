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

/**
 * SHA-256 over the names and bytes of all data files and annexes: the same content gives the same hash on every machine. What an
 * annex says is what the program reads in it, so that with annexes the program counts as well. `readSource` gives the same for the same bytes.
 * @throws DataError if a folder or a file cannot be read.
 */
export function contentHash({ dataDir, annexDir }: DataSource): string {
  const reading = new HashedReading()
  const problems: string[] = []
  const add = (folder: string, path: string, most: number) => {
    try {
      reading.read(folder, path, most)
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
  return reading.digest()
}
