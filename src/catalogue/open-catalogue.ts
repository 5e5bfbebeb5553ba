import { contentHash } from './data-files.ts'
import { openDatabase } from './database-file.ts'
import { readSnapshot } from './read-snapshot.ts'
import type { Snapshot } from './snapshot.ts'

export interface CatalogueLocation {
  /** Folder of the data files. */
  readonly dataDir: string
  /** Place of the SQLite file built from them. */
  readonly databasePath: string
}

/**
 * Gives the snapshot of a data folder. The SQLite file is built first if it is missing, not ours, broken or out of date;
 * an unchanged one is only opened, read-only. After that nothing is written and the file is closed again.
 * @throws DataError when the data cannot be used, an error of the file system when the SQLite file cannot be written.
 */
export async function openCatalogue({ dataDir, databasePath }: CatalogueLocation): Promise<Snapshot> {
  const hash = contentHash(dataDir)
  let database = openDatabase(databasePath, hash)
  if (!database) {
    // Imported on demand: an unchanged file needs neither the loader nor the checks of the data files.
    const { loadData } = await import('./load-data.ts')
    loadData(dataDir, databasePath)
    database = openDatabase(databasePath, hash)
  }
  if (!database)
    throw new Error(`${databasePath} was built but does not hold the data of ${dataDir}; was it changed meanwhile?`)
  try {
    return readSnapshot(database)
  } finally {
    database.close()
  }
}
