import type { CatalogueLocation } from '../config/catalogue-location.ts'
import { ensureDatabase } from './ensure-database.ts'
import { readSnapshot } from './read-snapshot.ts'
import type { Snapshot } from './snapshot.ts'

/** Gives the snapshot of a data folder; see ensureDatabase for what is built and thrown. */
export async function openCatalogue(location: CatalogueLocation): Promise<Snapshot> {
  return readSnapshot(await ensureDatabase(location))
}
