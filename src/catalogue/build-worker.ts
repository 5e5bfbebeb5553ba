import type { CatalogueLocation } from '../config/catalogue-location.ts'
import { serveWork } from '../work/serve-work.ts'
import { contentHashIn } from './database-file.ts'
import { ensureDatabase } from './ensure-database.ts'

/** Proves the SQLite file, built anew if it is out of date, and tells the process that serves the content hash of the data in it. */
serveWork(async (location: CatalogueLocation): Promise<string> => {
  const database = await ensureDatabase(location)
  const hash = contentHashIn(database) as string
  database.close()
  return hash
})
