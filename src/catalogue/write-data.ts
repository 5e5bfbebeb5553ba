import type { Database } from 'better-sqlite3'
import type { DataSet } from '../lists/data-set.ts'
import type { ListFile } from '../lists/list.ts'
import * as tables from './database-schema.ts'
import { writer } from './table-rows.ts'

/** Makes a function that writes a list with its items. */
export function listWriter(database: Database): (list: ListFile) => void {
  const writeList = writer(database, tables.lists)
  const writeItem = writer(database, tables.items)
  return ({ items, ...list }) => {
    writeList(list)
    for (const item of items) writeItem({ list: list.id, ...item })
  }
}

/** Writes all data into empty tables. */
export function writeData(database: Database, data: DataSet): void {
  const { regions, replacedRegions, documents, rules, statutoryBoards, nameWords, recordedNames } = tables
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
  data.lists.forEach(listWriter(database))
}
