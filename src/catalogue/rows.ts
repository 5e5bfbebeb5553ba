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
  annex_from: 'annexFrom',
}

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
    'versions',
    'outlook',
    'outcomes',
    'bases',
  ],
])

/** The columns of a table, in the order of its definition. @throws Error when there is no such table. */
function columnsOf(database: Database, table: string): string[] {
  const columns = database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
  if (columns.length === 0) throw new Error(`no such table: ${table}`)
  return columns
}

/** Makes a function that writes one entity of the data files into a table. A field without a column is an error, not lost. */
export function writer(database: Database, table: string): (entity: object) => void {
  const columns = columnsOf(database, table)
  const places = new Map(columns.map((column, place) => [fieldOf[column] ?? column, place]))
  const insert = database.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  return (entity) => {
    const row: unknown[] = columns.map(() => null)
    for (const [field, value] of Object.entries(entity)) {
      const place = places.get(field)
      if (place === undefined) throw new Error(`Table ${table} has no column for the field ${field}`)
      row[place] = stored(value, columns[place] as string)
    }
    insert.run(row)
  }
}

function stored(value: unknown, column: string): unknown {
  if (value === undefined) return null
  if (structures.has(column)) return JSON.stringify(value)
  return typeof value === 'boolean' ? Number(value) : value
}

/**
 * Makes a function that reads entities of a table as the data files had them: structures parsed, NULL and columns that are not
 * `wanted` left out. `rest` is the SQL after the table's name; what it leaves open is given with each reading.
 * `restoring` makes what turns stored values of a column back.
 */
export function rowsReader<Entity>(
  database: Database,
  table: string,
  rest: string,
  wanted: (column: string) => boolean,
  restoring = restorer,
): (...values: readonly (string | number)[]) => Entity[] {
  const columns = columnsOf(database, table).filter(wanted)
  const fields = columns.map((column) => ({ field: fieldOf[column] ?? column, restored: restoring(column) }))
  const select = database.prepare(`SELECT ${columns.join(', ')} FROM ${table} ${rest}`).raw()
  return (...values) =>
    (select.all(...values) as unknown[][]).map((row) => {
      const entity: Record<string, unknown> = {}
      for (const [place, { field, restored }] of fields.entries()) {
        const value = row[place]
        if (value !== null) entity[field] = restored(value)
      }
      return entity as Entity
    })
}

/**
 * All entities of a table; see rowsReader. Equal values of a column are one value in all of them, so nobody may change them:
 * thousands of lists name the same custodian.
 */
export function readRows<Entity>(database: Database, table: string, order: string): Entity[] {
  return rowsReader<Entity>(database, table, `ORDER BY ${order}`, () => true, sharing)()
}

/** Restores each value of a column once. */
function sharing(column: string): (value: unknown) => unknown {
  const restored = restorer(column)
  const known = new Map<unknown, unknown>()
  return (value) => {
    if (!known.has(value)) known.set(value, restored(value))
    return known.get(value)
  }
}

function restorer(column: string): (value: unknown) => unknown {
  if (structures.has(column)) return (value) => JSON.parse(value as string)
  return column === 'sub_names_open' ? (value) => value === 1 : (value) => value
}
