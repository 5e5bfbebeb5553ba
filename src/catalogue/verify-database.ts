import { isDeepStrictEqual } from 'node:util'
import Database from 'better-sqlite3'
import type { CatalogueLocation } from '../config/catalogue-location.ts'
import type { DataSet } from '../lists/data-set.ts'
import { contentHash } from './data-files.ts'
import { guardFile } from './guard-file.ts'
import { readSource } from './read-source.ts'
import { readRows } from './rows.ts'

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
  const hash = contentHash(location)
  guardFile(location.databasePath)
  const { data, version } = await readSource(location, hash)
  const items = data.lists.reduce((sum, list) => sum + list.items.length, 0)
  const differences = differencesFrom(location.databasePath, data, version)
  return { version, lists: data.lists.length, items, differences }
}

function differencesFrom(path: string, data: DataSet, version: string): string[] {
  let database: Database.Database | undefined
  let differences: string[]
  try {
    database = new Database(path, { readonly: true, fileMustExist: true })
    const integrity = database.pragma('integrity_check(1)', { simple: true })
    differences = integrity === 'ok' ? differencesIn(database, data, version) : [`${path}: ${String(integrity)}`]
  } catch (error) {
    differences = [`${path}: ${(error as Error).message}`]
  }
  database?.close()
  return differences
}

function differencesIn(database: Database.Database, data: DataSet, version: string): string[] {
  const [held] = readRows<{ version: string }>(database, 'dataset', 'version')
  return [
    ...(held?.version === version ? [] : [`dataset: holds ${held?.version ?? 'no version'}, the data are ${version}`]),
    ...Object.entries(expected(data)).flatMap(([table, { key, rows }]) =>
      compare(table, rows, readRows<Row>(database, table, 'rowid'), key),
    ),
  ]
}

type Row = Readonly<Record<string, unknown>>

/** The rows each table should have, and what to call one of them. */
function expected(data: DataSet): Record<string, { key: (row: Row) => string; rows: readonly object[] }> {
  return {
    regions: { key: (row) => `${row.code}`, rows: data.regions },
    documents: { key: (row) => `${row.id}`, rows: data.documents },
    rules: { key: (row) => `${row.id}`, rows: data.rules },
    statutory_boards: { key: (row) => `${row.id}`, rows: data.statutoryBoards },
    lists: { key: (row) => `${row.id}`, rows: data.lists.map(({ items: _, ...list }) => list) },
    items: {
      key: (row) => `${row.list}/${row.no}`,
      rows: data.lists.flatMap(({ id, items }) => items.map((item) => ({ list: id, ...item }))),
    },
    name_words: { key: (row) => `${row.kind}`, rows: data.names.map(({ recorded: _, ...words }) => words) },
    recorded_names: {
      key: (row) => `${row.kind}: ${(row.names as string[])[0]}`,
      rows: data.names.flatMap(({ kind, recorded }) => recorded.map((name) => ({ kind, ...name }))),
    },
  }
}

function compare(table: string, wanted: readonly object[], found: readonly Row[], key: (row: Row) => string): string[] {
  // The number SQLite gives a recorded name is no part of the data.
  const held = new Map(
    found.map(({ id, ...row }) => [key({ id, ...row }), table === 'recorded_names' ? row : { id, ...row }]),
  )
  const differences: string[] = []
  for (const row of wanted as Row[]) {
    const name = key(row)
    const other = held.get(name)
    held.delete(name)
    if (!other) differences.push(`${table}: ${name} is missing`)
    else if (!isDeepStrictEqual(present(other), present(row))) differences.push(`${table}: ${name} differs`)
  }
  for (const name of held.keys()) differences.push(`${table}: ${name} is not in the data`)
  return differences
}

/** A row without the fields that are absent, in one order, so that equal rows compare equal. */
const present = (row: Row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
