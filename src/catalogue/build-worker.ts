import type { CatalogueLocation } from '../config/catalogue-location.ts'
import { serveWork } from '../work/serve-work.ts'
import type { Built } from './build-aside.ts'
import { contentHashIn } from './database-file.ts'
import { ensureDatabase } from './ensure-database.ts'
import { identityOf } from './seal.ts'

/** Proves the SQLite file, built anew if it is out of date, and tells the process that serves which it is. */
serveWork(async (location: CatalogueLocation): Promise<Built> => {
  const database = await ensureDatabase(location)
  const hash = contentHashIn(database) as string
  database.close()
  return { hash, identity: identityOf(location.databasePath) }
})
