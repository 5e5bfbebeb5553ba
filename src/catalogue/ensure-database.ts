import type { Database } from 'better-sqlite3'
import type { CatalogueLocation } from '../config/catalogue-location.ts'
import { contentHash } from './data-files.ts'
import { openDatabase } from './database-file.ts'
import { guardFile } from './guard-file.ts'

/**
 * Opens the SQLite file of a data folder, read-only. It is built first if it is missing, broken, altered or out of date.
 * @throws DataError when the data cannot be used, ConfigError when a file that is not ours stands at its place, an error of the file
 * system when it cannot be written.
 */
export async function ensureDatabase(location: CatalogueLocation): Promise<Database> {
  const hash = contentHash(location)
  // First of all: SQLite would leave files beside another program's.
  guardFile(location.databasePath)
  const current = openDatabase(location.databasePath, hash)
  if (current) return current
  // Imported on demand: an unchanged file needs neither the loader nor the checks of the data files.
  const { loadData } = await import('./load-data.ts')
  // What was built is told by what was read, which may be newer than what was looked at above.
  const built = await loadData(location)
  return openBuilt(location, built.hash)
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
