import type { Database } from 'better-sqlite3'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'

/** Columns by the fields of the data files that they hold. */
type Columns = Readonly<Record<string, SQLiteColumn>>

type FieldsThat<Some extends Columns, NotNull extends boolean> = {
  [Field in keyof Some]: Some[Field]['_']['notNull'] extends NotNull ? Field : never
}[keyof Some]

/** What a row is in the data files: a field without a value is not there. */
export type Entity<Some extends Columns> = {
  readonly [Field in FieldsThat<Some, true>]: Some[Field]['_']['data']
} & { readonly [Field in FieldsThat<Some, false>]?: Some[Field]['_']['data'] }

export type EntityOf<Table extends SQLiteTable> = Entity<Table['_']['columns']>

/** Makes a field that the table has no column for an error of the compiler. */
type NothingElse<Given, Table extends SQLiteTable> = {
  readonly [Field in Exclude<keyof Given, keyof Table['_']['columns']>]: never
}

/**
 * Makes a function that writes one entity of the data files into a table, by one prepared statement: the builder of drizzle would take five
 * times as long. A field without a column is an error, not lost. The number that SQLite gives a row is no field.
 */
export function writer<Table extends SQLiteTable>(
  database: Database,
  table: Table,
): <Given extends object>(entity: Given & Table['$inferInsert'] & NothingElse<Given, Table>) => void {
  const columns = Object.entries(getTableColumns(table))
  const fields = new Map(columns.map(([field, column], place) => [field, { column, place }]))
  const names = columns.map(([, { name }]) => `"${name}"`)
  const insert = database.prepare(
    `INSERT INTO "${getTableName(table)}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  )
  return (entity) => {
    const row: unknown[] = columns.map(() => null)
    for (const [field, value] of Object.entries(entity)) {
      const known = fields.get(field)
      if (known === undefined) throw new Error(`Table ${getTableName(table)} has no column for the field ${field}`)
      if (value !== undefined) row[known.place] = known.column.mapToDriverValue(value)
    }
    insert.run(row)
  }
}

/** A prepared selection, as drizzle gives it. */
interface Selection {
  values(given: Record<string, unknown>): unknown[][]
}

type Restore = (value: unknown) => unknown

/**
 * Makes a function that gives what a prepared selection of these columns finds, as the data files had it: structures parsed, NULL left out.
 * `restoring` makes what turns stored values of a column back.
 */
export function rowsOf<Some extends Columns>(
  columns: Some,
  selection: Selection,
  restoring: (column: SQLiteColumn) => Restore = restorer,
): (given?: Record<string, unknown>) => Entity<Some>[] {
  const fields = Object.entries(columns).map(([field, column]) => ({ field, restored: restoring(column) }))
  return (given = {}) =>
    selection.values(given).map((row) => {
      const entity: Record<string, unknown> = {}
      for (const [place, { field, restored }] of fields.entries()) {
        const value = row[place]
        if (value !== null) entity[field] = restored(value)
      }
      return entity as Entity<Some>
    })
}

/**
 * All entities of a table in the order of a column; see rowsOf. Equal values of a column are one value in all of them, so nobody may change
 * them: thousands of lists name the same custodian.
 */
export function allRows<Table extends SQLiteTable>(
  database: Database,
  table: Table,
  order: SQLiteColumn,
): EntityOf<Table>[] {
  const selection = drizzle(database).select().from(table).orderBy(order).prepare()
  return rowsOf(getTableColumns(table), selection, sharing)()
}

/** Turns a stored value back. A word that is none of those a column may hold is refused: nobody knows what it would mean (issue 34). */
function restorer(column: SQLiteColumn): Restore {
  const { enumValues: words, name, table } = column
  if (words === undefined) return (value) => column.mapFromDriverValue(value)
  return (value) => {
    if (words.includes(value as string)) return value
    throw new Error(`Table ${getTableName(table)}: ${name} holds ${value}; allowed: ${words.join(', ')}. Load again.`)
  }
}

/** Restores each value of a column once. */
function sharing(column: SQLiteColumn): Restore {
  const restored = restorer(column)
  const known = new Map<unknown, unknown>()
  return (value) => {
    if (!known.has(value)) known.set(value, restored(value))
    return known.get(value)
  }
}
