import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { replaceByDraft } from '../files/replace-file.ts'
import { journalsBeside } from './database-file.ts'
import { guardFile } from './guard-file.ts'
import { identityOf, seal } from './seal.ts'

/**
 * Puts a SQLite file in its place that is written on a draft beside it, so that the place holds the old file or the new one, never half of
 * one. `begin` makes the draft, `write` fills it in one transaction. Returns which file then stands there, and has the digest of its bytes.
 * @throws ConfigError when something else stands at the place; it then stays.
 */
export async function replaceDatabase(
  databasePath: string,
  begin: (draft: string) => void,
  write: (database: Database.Database) => void,
): Promise<string> {
  let identity = ''
  mkdirSync(dirname(databasePath), { recursive: true })
  await replaceByDraft(databasePath, async (draft) => {
    begin(draft)
    const database = new Database(draft)
    try {
      // A write-ahead log could not be opened on a read-only file system.
      database.pragma('journal_mode = DELETE')
      // The draft reaches the disk as a whole, before it takes its name.
      database.pragma('synchronous = OFF')
      database.transaction(write)(database)
    } finally {
      database.close()
    }
    seal(draft)
    identity = identityOf(draft)
    // A process whose service is gone hears of it here, and ends before it replaces what a newer one may have built.
    await setImmediate()
    // Last of all: what came to stand there while the data were read is somebody's too.
    guardFile(databasePath)
    removeJournals(databasePath)
  })
  return identity
}

/**
 * Removes a file together with the journals that another writer, killed midway, left beside it:
 * SQLite would replay them into whatever file comes to stand in its place.
 */
function removeJournals(databasePath: string): void {
  const journals = journalsBeside(databasePath)
  if (journals.length === 0) return
  for (const path of [databasePath, ...journals]) rmSync(path, { force: true })
}
