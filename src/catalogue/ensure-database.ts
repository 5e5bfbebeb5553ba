import type { Database } from 'better-sqlite3'
import type { CatalogueLocation } from '../config/catalogue-location.ts'
import { type FilesRead, readFiles } from './data-files.ts'
import { contentHashIn, openDatabase, sourcesIn } from './database-file.ts'
import { guardFile } from './guard-file.ts'
import type { Loaded } from './load-data.ts'

/**
 * Opens the SQLite file of a data folder, read-only. It is built first if it is missing, broken, altered or out of date.
 * @throws DataError when the data cannot be used, ConfigError when a file that is not ours stands at its place, an error of the file
 * system when it cannot be written.
 */
export async function ensureDatabase(location: CatalogueLocation): Promise<Database> {
  // First of all: SQLite would leave files beside another program's.
  guardFile(location.databasePath)
  const current = openDatabase(location.databasePath)
  let read: FilesRead
  try {
    read = readFiles(location, current && sourcesIn(current))
    if (current && contentHashIn(current) === read.hash) return current
  } catch (error) {
    current?.close()
    throw error
  }
  current?.close()
  // What was built is told by what was read, which may be newer than what was looked at above.
  const { hash, identity } = await build(location, current && read)
  return openBuilt(location, hash, identity)
}

/** Writes what has changed, or all. Imported on demand: an unchanged file needs neither the loader nor the checks of the data files. */
async function build(location: CatalogueLocation, read: FilesRead | undefined): Promise<Loaded> {
  const { loadData } = await import('./load-data.ts')
  if (!read) return loadData(location)
  const { changeLists, WholeNeeded } = await import('./change-lists.ts')
  return changeLists(location.databasePath, read).catch((error: unknown) => {
    if (error instanceof WholeNeeded) return loadData(location)
    throw error
  })
}

/**
 * Opens the SQLite file that was just built from the data with this hash.
 * @throws an error if it holds other data.
 */
export function openBuilt({ dataDir, databasePath }: CatalogueLocation, hash: string, proven?: string): Database {
  const built = openDatabase(databasePath, hash, proven)
  if (built) return built
  throw new Error(
    `${databasePath} does not hold the data of ${dataDir}: the files were changed while they were read. Load again.`,
  )
}
