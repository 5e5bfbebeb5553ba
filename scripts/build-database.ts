// Builds the SQLite file of the data, where it is missing or out of date, so that a service that may not write can start.
import { ensureDatabase } from '../src/catalogue/ensure-database.ts'
import { readConfig } from '../src/config.ts'

const database = await ensureDatabase(readConfig(process.env))
database.close()
