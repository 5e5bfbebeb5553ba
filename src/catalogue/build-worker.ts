import { parentPort, workerData } from 'node:worker_threads'
import { type CatalogueLocation, ensureDatabase } from './ensure-database.ts'

/**
 * Proves the SQLite file, built anew if it is out of date, and tells the thread that started it the content hash of the data in it,
 * or why there is none.
 */
try {
  const database = await ensureDatabase(workerData as CatalogueLocation)
  const hash = database.prepare('SELECT content_hash FROM dataset').pluck().get()
  database.close()
  parentPort?.postMessage(hash)
} catch (error) {
  parentPort?.postMessage(error)
}
