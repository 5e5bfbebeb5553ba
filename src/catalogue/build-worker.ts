import { parentPort, workerData } from 'node:worker_threads'
import { type CatalogueLocation, ensureDatabase } from './ensure-database.ts'

/** Builds the SQLite file if it is out of date, and tells the thread that started it why that failed, or null. */
try {
  ;(await ensureDatabase(workerData as CatalogueLocation)).close()
  parentPort?.postMessage(null)
} catch (error) {
  parentPort?.postMessage(error)
}
