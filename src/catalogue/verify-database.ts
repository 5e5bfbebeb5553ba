import { isDeepStrictEqual } from 'node:util'
import Database from 'better-sqlite3'
import { getTableName } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { CatalogueLocation } from '../config/catalogue-location.ts'
import type { DataSet } from '../lists/data-set.ts'
import * as tables from './database-schema.ts'
import { guardFile } from './guard-file.ts'
import { readSource, type SourceRead } from './read-source.ts'
import { isAsSealed } from './seal.ts'
import { allRows } from './table-rows.ts'

/** What the data and the SQLite file have in common, and where they differ. */
export interface Verification {
  readonly version: string
  readonly lists: number
  readonly items: number
  /** Each names the table and the row; empty where the file holds exactly the data. */
  readonly differences: readonly string[]
}

/**
 * Checks the data, and then the SQLite file against them, row by row. Nothing is written.
 * @throws DataError when the data themselves cannot be used, ConfigError when a file that is not ours stands in the place of the SQLite file.
 */
export async function verifyDatabase(location: CatalogueLocation): Promise<Verification> {
  guardFile(location.databasePath)
  const { data, version, files } = await readSource(location)
  const items = data.lists.reduce((sum, list) => sum + list.items.length, 0)
  const differences = differencesFrom(location.databasePath, { data, version, files })
  return { version, lists: data.lists.length, items, differences }
}

function differencesFrom(path: string, read: Pick<SourceRead, 'data' | 'version' | 'files'>): string[] {
  let database: Database.Database | undefined
  let differences: string[]
  try {
    database = new Database(path, { readonly: true, fileMustExist: true })
    const integrity = database.pragma('integrity_check(1)', { simple: true })
    differences = integrity === 'ok' ? differencesIn(database, read) : [`${path}: ${String(integrity)}`]
    if (differences.length === 0 && !isAsSealed(path)) differences = [`${path}: is not as it was built`]
  } catch (error) {
    differences = [`${path}: ${(error as Error).message}`]
  }
  database?.close()
  return differences
}

function differencesIn(
  database: Database.Database,
  { data, version, files }: Pick<SourceRead, 'data' | 'version' | 'files'>,
): string[] {
  const [held] = allRows(database, tables.dataset, tables.dataset.version)
  return [
    ...(held?.version === version ? [] : [`dataset: holds ${held?.version ?? 'no version'}, the data are ${version}`]),
    ...[...expected(data), sourcesOf(files)].flatMap((one) => compare(database, one)),
  ]
}

type Row = Readonly<Record<string, unknown>>

/** A table with the rows that it should have, and what to call one of them. */
interface Expected {
  readonly table: SQLiteTable
  /** The columns by which its rows are put in order. */
  readonly order: SQLiteColumn
  readonly rows: readonly object[]
  readonly key: (row: Row) => string
}

function sourcesOf(files: SourceRead['files']): Expected {
  const rows = [...files].map(([path, digest]) => ({ path, digest }))
  return { table: tables.sources, order: tables.sources.path, rows, key: (row) => `${row.path}` }
}

function expected(data: DataSet): Expected[] {
  const { regions, replacedRegions, documents, rules, statutoryBoards, lists, items, nameWords, recordedNames } = tables
  const byId = (row: Row) => `${row.id}`
  return [
    { table: regions, order: regions.code, rows: data.regions, key: (row) => `${row.code}` },
    { table: replacedRegions, order: replacedRegions.code, rows: data.replacedRegions, key: (row) => `${row.code}` },
    { table: documents, order: documents.id, rows: data.documents, key: byId },
    { table: rules, order: rules.id, rows: data.rules, key: byId },
    { table: statutoryBoards, order: statutoryBoards.id, rows: data.statutoryBoards, key: byId },
    { table: lists, order: lists.id, rows: data.lists.map(({ items: _, ...list }) => list), key: byId },
    {
      table: items,
      order: items.list,
      rows: data.lists.flatMap(({ id, items }) => items.map((item) => ({ list: id, ...item }))),
      key: (row) => `${row.list}/${row.no}`,
    },
    {
      table: nameWords,
      order: nameWords.kind,
      rows: data.names.map(({ recorded: _, ...words }) => words),
      key: (row) => `${row.kind}`,
    },
    {
      table: recordedNames,
      order: recordedNames.id,
      rows: data.names.flatMap(({ kind, recorded }) => recorded.map((name) => ({ kind, ...name }))),
      key: (row) => `${row.kind}: ${(row.names as string[])[0]}`,
    },
  ]
}

function compare(database: Database.Database, { table, order, rows, key }: Expected): string[] {
  const name = getTableName(table)
  const found: readonly Row[] = allRows(database, table, order)
  // The number SQLite gives a recorded name is no part of the data.
  const held = new Map(
    found.map(({ id, ...row }) => [key({ id, ...row }), table === tables.recordedNames ? row : { id, ...row }]),
  )
  const differences: string[] = []
  for (const row of rows as Row[]) {
    const one = key(row)
    const other = held.get(one)
    held.delete(one)
    if (!other) differences.push(`${name}: ${one} is missing`)
    else if (!isDeepStrictEqual(present(other), present(row))) differences.push(`${name}: ${one} differs`)
  }
  for (const one of held.keys()) differences.push(`${name}: ${one} is not in the data`)
  return differences
}

/** A row without the fields that are absent, in one order, so that equal rows compare equal. */
const present = (row: Row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
