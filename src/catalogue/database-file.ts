import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { dataset, sources } from './database-schema.ts'
import { migrations } from './migrations.ts'
import { identityOf, isAsSealed } from './seal.ts'
import { allRows } from './table-rows.ts'

/** The journals that stand beside a SQLite file while it is written, and after its writer was killed: https://www.sqlite.org/tempfiles.html. */
export function journalsBeside(databasePath: string): string[] {
  return ['-journal', '-wal', '-shm'].map((suffix) => `${databasePath}${suffix}`).filter((path) => existsSync(path))
}

/** Marks a SQLite file as ours ("QDAN"), so that a foreign file in its place is noticed. */
export const applicationId = 0x5144414e

/** The hash of the data that a SQLite file was built from. */
export const contentHashIn = (database: Database.Database) =>
  drizzle(database).select({ hash: dataset.contentHash }).from(dataset).get()?.hash

/** The digests of the files that a SQLite file was built from, by their paths. */
export const sourcesIn = (database: Database.Database): ReadonlyMap<string, string> =>
  new Map(allRows(database, sources, sources.path).map(({ path, digest }) => [path, digest]))

/**
 * Opens the SQLite file read-only if it is ours, of today's layout, built from the data with this hash, and every byte is as it was built
 * (issue 34). Anything else (missing, half-written, foreign, outdated, altered) gives undefined: it is built anew or refused, never served.
 * @param hash without it, whatever data are in it
 * @param proven the identity of a file whose bytes were just looked at; they need not be read again
 */
export function openDatabase(path: string, hash?: string, proven?: string): Database.Database | undefined {
  let database: Database.Database | undefined
  try {
    const looked = identityOf(path)
    if (looked !== proven && !isAsSealed(path)) return undefined
    database = new Database(path, { readonly: true, fileMustExist: true })
    const ours = database.pragma('application_id', { simple: true }) === applicationId
    const current = database.pragma('user_version', { simple: true }) === migrations().length
    // The file that was looked at is the one that is open.
    const wanted = (held?: string) => held !== undefined && held === (hash ?? held)
    if (ours && current && wanted(contentHashIn(database)) && identityOf(path) === looked) return database
  } catch {
    // Whatever keeps it from being read, it is built anew; what keeps it from being built is reported then.
  }
  database?.close()
  return undefined
}
