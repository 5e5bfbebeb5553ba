import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { CatalogueLocation } from '../config/catalogue-location.ts'
import { replaceByDraft } from '../files/replace-file.ts'
import type { DataSet } from '../lists/data-set.ts'
import { applicationId, journalsBeside } from './database-file.ts'
import * as tables from './database-schema.ts'
import { guardFile } from './guard-file.ts'
import type { ReadFile } from './hashed-reading.ts'
import { migrations } from './migrations.ts'
import { readSource, type SourceRead } from './read-source.ts'
import { seal } from './seal.ts'
import { writer } from './table-rows.ts'

/**
 * Builds the SQLite file from its data, in one transaction on a draft, so that the place holds the old file or the new one, never
 * half of one. Returns the dataset's version, and the hash of what was read. `now` is the instant recorded as the time of building.
 * @throws DataError when the data cannot be used, ConfigError when something else stands at the place; it then stays.
 */
export async function loadData(
  { databasePath, ...source }: CatalogueLocation,
  now = new Date(),
  readFile?: ReadFile,
): Promise<Pick<SourceRead, 'version' | 'hash'>> {
  const { version, hash, data, remarks } = await readSource(source, readFile)
  mkdirSync(dirname(databasePath), { recursive: true })
  await replaceByDraft(databasePath, async (draft) => {
    // Created by the file system rather than by SQLite, whose error would not say which place cannot be written, nor why.
    closeSync(openSync(draft, 'w'))
    const database = new Database(draft)
    try {
      // A write-ahead log could not be opened on a read-only file system.
      database.pragma('journal_mode = DELETE')
      database.transaction(() => {
        const layout = migrations()
        for (const sql of layout) database.exec(sql)
        write(database, data)
        writer(database, tables.dataset)({ version, contentHash: hash, builtAt: now.toISOString(), remarks })
        database.pragma(`application_id = ${applicationId}`)
        database.pragma(`user_version = ${layout.length}`)
      })()
    } finally {
      database.close()
    }
    seal(draft)
    // A process whose service is gone hears of it here, and ends before it replaces what a newer one may have built.
    await setImmediate()
    // Last of all: what came to stand there while the data were read is somebody's too.
    guardFile(databasePath)
    removeJournals(databasePath)
  })
  return { version, hash }
}

function write(database: Database.Database, data: DataSet): void {
  const { regions, replacedRegions, documents, rules, statutoryBoards, nameWords, recordedNames, lists, items } = tables
  data.regions.forEach(writer(database, regions))
  data.replacedRegions.forEach(writer(database, replacedRegions))
  data.documents.forEach(writer(database, documents))
  data.rules.forEach(writer(database, rules))
  data.statutoryBoards.forEach(writer(database, statutoryBoards))
  const writeWords = writer(database, nameWords)
  const writeName = writer(database, recordedNames)
  for (const { kind, wording, slots, recorded } of data.names) {
    writeWords({ kind, wording, slots })
    for (const name of recorded) writeName({ kind, ...name })
  }
  const writeList = writer(database, lists)
  const writeItem = writer(database, items)
  for (const { items: itemsOf, ...list } of data.lists) {
    writeList(list)
    for (const item of itemsOf) writeItem({ list: list.id, ...item })
  }
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
