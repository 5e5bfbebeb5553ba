import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { contentHash } from './data-files.ts'
import { applicationId, layout } from './database-file.ts'
import * as tables from './database-schema.ts'
import { datasetVersion } from './dataset-version.ts'
import { readData } from './read-data.ts'

const migrationsFolder = join(import.meta.dirname, '../../migrations')

/**
 * Builds the SQLite file from a data folder. It is written beside its place in one transaction, synced and renamed,
 * so that the place holds the old file or the new one, never half of one. Returns the dataset's version.
 * @throws DataError when the data cannot be used; the old file then stays.
 */
export function loadData(folder: string, databasePath: string): string {
  const data = readData(folder)
  const hash = contentHash(folder)
  const version = datasetVersion(data.lists, hash)
  mkdirSync(dirname(databasePath), { recursive: true })
  const draft = join(dirname(databasePath), `.${basename(databasePath)}.${process.pid}.draft`)
  // Created by the file system rather than by SQLite, whose error would not say which place cannot be written, nor why.
  closeSync(openSync(draft, 'w'))
  const sqlite = new Database(draft)
  try {
    sqlite.pragma('journal_mode = DELETE')
    const db = drizzle(sqlite)
    migrate(db, { migrationsFolder })
    db.transaction((transaction) => {
      for (const row of data.regions) transaction.insert(tables.regions).values(row).run()
      for (const row of data.documents) transaction.insert(tables.documents).values(row).run()
      for (const row of data.rules) transaction.insert(tables.rules).values(row).run()
      for (const { items, ...row } of data.lists) {
        transaction.insert(tables.lists).values(row).run()
        for (const item of items)
          transaction
            .insert(tables.items)
            .values({ list: row.id, ...item })
            .run()
      }
      for (const row of data.recordedNames) transaction.insert(tables.recordedNames).values(row).run()
      transaction.insert(tables.dataset).values({ version, contentHash: hash, builtAt: new Date().toISOString() }).run()
    })
    sqlite.pragma(`application_id = ${applicationId}`)
    sqlite.pragma(`user_version = ${layout}`)
    sqlite.close()
    const file = openSync(draft, 'r+')
    fsyncSync(file)
    closeSync(file)
    removeJournals(databasePath)
    renameSync(draft, databasePath)
  } finally {
    sqlite.close()
    rmSync(draft, { force: true })
  }
  return version
}

/**
 * Removes a file together with the journals that another writer, killed midway, left beside it:
 * SQLite would replay them into whatever file comes to stand in its place.
 */
function removeJournals(databasePath: string): void {
  const journals = ['-journal', '-wal', '-shm'].map((suffix) => `${databasePath}${suffix}`)
  if (!journals.some((path) => existsSync(path))) return
  for (const path of [databasePath, ...journals]) rmSync(path, { force: true })
}
