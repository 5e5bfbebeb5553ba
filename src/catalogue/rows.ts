import type { Database } from 'better-sqlite3'

/** Columns whose name in SQL differs from the field's name in the data files. */
const fieldOf: Readonly<Record<string, string>> = {
  content_hash: 'contentHash',
  built_at: 'builtAt',
  from_day: 'from',
  to_day: 'to',
  sub_names: 'subNames',
  sub_names_open: 'subNamesOpen',
  also_known_as: 'alsoKnownAs',
}
const columnOf = Object.fromEntries(Object.entries(fieldOf).map(([column, field]) => [field, column]))

/** Columns that hold a structure as JSON text. The other columns hold text or whole numbers. */
const structures = new Set([
  ...['names', 'items', 'sub_names', 'lists', 'clauses', 'guide', 'board', 'exceptions', 'instead', 'provenance'],
  ...[
    'custodian',
    'source',
    'note',
    'supply',
    'read',
    'text',
    'reason',
    'wording',
    'slots',
    'remarks',
    'also_known_as',
  ],
])

/** The columns of a table, in the order of its definition. */
function columnsOf(database: Database, table: string): string[] {
  return database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
}

/** Makes a function that writes one entity of the data files into a table. A field without a column is an error, not lost. */
export function writer(database: Database, table: string): (entity: object) => void {
  const columns = columnsOf(database, table)
  const insert = database.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  return (entity) => {
    const row = new Map(Object.entries(entity).map(([field, value]) => [columnOf[field] ?? field, value]))
    for (const column of row.keys()) {
      if (!columns.includes(column)) throw new Error(`Table ${table} has no column for the field ${column}`)
    }
    insert.run(columns.map((column) => stored(row.get(column), column)))
  }
}

function stored(value: unknown, column: string): unknown {
  if (value === undefined) return null
  if (structures.has(column)) return JSON.stringify(value)
  return typeof value === 'boolean' ? Number(value) : value
}

/** The entities of a table as the data files had them: structures parsed, NULL left out. */
export function readRows<Entity>(database: Database, table: string, order: string): Entity[] {
  const statement = database.prepare(`SELECT * FROM ${table} ORDER BY ${order}`)
  return statement.all().map((row) => {
    const entity: Record<string, unknown> = {}
    for (const [column, value] of Object.entries(row as object)) {
      if (value !== null) entity[fieldOf[column] ?? column] = restored(value, column)
    }
    return entity as Entity
  })
}

function restored(value: unknown, column: string): unknown {
  if (structures.has(column)) return JSON.parse(value as string)
  return column === 'sub_names_open' ? value === 1 : value
}
