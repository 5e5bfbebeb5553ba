import { mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { loadData } from '../src/catalogue/load-data.ts'
import type { DataSource } from '../src/config/catalogue-location.ts'

/** All that a SQLite file holds, table by table, but for when it was built. Rows stand in the order of what they hold. */
export function rowsIn(path: string): Record<string, unknown[]> {
  const database = new Database(path, { readonly: true })
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all()
  const rows = (names as string[]).map((name) => {
    const found = database.prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[]
    return [name, found.map(({ built_at: _, ...row }) => JSON.stringify(row)).sort()]
  })
  database.close()
  return Object.fromEntries(rows)
}

/** What a file holds into which the same data are loaded as a whole. */
export async function rowsAsLoadedWhole({ dataDir, annexDir }: DataSource) {
  const folder = mkdtempSync(join(dirname(dataDir), 'whole-'))
  const databasePath = join(folder, 'qingdan.sqlite')
  try {
    await loadData({ dataDir, ...(annexDir === undefined ? {} : { annexDir }), databasePath })
    return rowsIn(databasePath)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
