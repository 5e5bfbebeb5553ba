import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { dataset } from './database-schema.ts'
import { migrations } from './migrations.ts'

/** The journals that stand beside a SQLite file while it is written, and after its writer was killed: https://www.sqlite.org/tempfiles.html. */
export function journalsBeside(databasePath: string): string[] {
  return ['-journal', '-wal', '-shm'].map((suffix) => `${databasePath}${suffix}`).filter((path) => existsSync(path))
}

/** Marks a SQLite file as ours ("QDAN"), so that a foreign file in its place is noticed. */
export const applicationId = 0x5144414e

/** The hash of the data that a SQLite file was built from. */
export const contentHashIn = (database: Database.Database) =>
  drizzle(database).select({ hash: dataset.contentHash }).from(dataset).get()?.hash

/**
 * Opens the SQLite file read-only if it is whole, ours, of today's layout and built from the data with this hash.
 * Anything else (missing, half-written, foreign, outdated) gives undefined: it is built anew or refused, never served.
 * A file that was just proven to be whole need not be read from end to end again.
 */
export function openDatabase(path: string, hash: string, { proven = false } = {}): Database.Database | undefined {
  let database: Database.Database | undefined
  try {
    database = new Database(path, { readonly: true, fileMustExist: true })
    const ours = database.pragma('application_id', { simple: true }) === applicationId
    const current = database.pragma('user_version', { simple: true }) === migrations().length
    if (ours && current && (proven || database.pragma('quick_check(1)', { simple: true }) === 'ok')) {
      if (contentHashIn(database) === hash) return database
    }
  } catch {
    // Whatever keeps it from being read, it is built anew; what keeps it from being built is reported then.
  }
  database?.close()
  return undefined
}
