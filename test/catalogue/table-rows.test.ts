import Database from 'better-sqlite3'
import { getTableColumns } from 'drizzle-orm'
import { integer, type SQLiteColumn, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import t, { type Test } from 'tap'
import * as schema from '../../src/catalogue/database-schema.ts'
import { migrations } from '../../src/catalogue/migrations.ts'
import { allRows, writer } from '../../src/catalogue/table-rows.ts'

const { regions } = schema

/** A database of today's layout, and what else is done to it. */
function laidOut(t: Test, ...more: string[]) {
  const database = new Database(':memory:')
  t.teardown(() => database.close())
  for (const sql of [...migrations(), ...more]) database.exec(sql)
  return database
}

t.test('a field for which the tables have no column is an error, not lost', async (t) => {
  const write = writer(laidOut(t), regions)
  t.doesNotThrow(() => write({ code: '620802', name: '崆峒区' }))
  // @ts-expect-error the compiler says it first
  t.throws(() => write({ code: '620803', name: '某区', flag: '旗' }), /Table regions has no column for the field flag/)
})

t.test('a column that is added to the table is written and read, and nothing else has to name it', async (t) => {
  const database = laidOut(t, 'ALTER TABLE regions ADD COLUMN spoken_in text')
  const withTongues = sqliteTable('regions', {
    code: text('code').primaryKey(),
    name: text('name').notNull(),
    parent: text('parent'),
    since: integer('since'),
    tongues: text('spoken_in', { mode: 'json' }).$type<string[]>(),
  })
  t.same(Object.keys(withTongues), [...Object.keys(regions), 'tongues'], 'the same table with one column more')
  const write = writer(database, withTongues)
  write({ code: '620802', name: '崆峒区', parent: '620800', tongues: ['官话'] })
  write({ code: '620803', name: '某区', tongues: undefined })
  t.strictSame(allRows(database, withTongues, withTongues.code), [
    { code: '620802', name: '崆峒区', parent: '620800', tongues: ['官话'] },
    { code: '620803', name: '某区' },
  ])
  t.strictSame(allRows(database, regions, regions.name), [
    { code: '620802', name: '崆峒区', parent: '620800' },
    { code: '620803', name: '某区' },
  ])
})

t.test('equal values of a column are one value, in however many rows', async (t) => {
  const database = laidOut(t, 'ALTER TABLE regions ADD COLUMN spoken_in text')
  const withTongues = sqliteTable('regions', {
    ...{ code: text('code').primaryKey(), name: text('name').notNull() },
    tongues: text('spoken_in', { mode: 'json' }).$type<string[]>(),
  })
  const write = writer(database, withTongues)
  for (const code of ['1', '2', '3']) write({ code, name: '某区', tongues: [code === '3' ? '晋语' : '官话'] })
  const [one, two, three] = allRows(database, withTongues, withTongues.code)
  t.equal(one?.tongues, two?.tongues)
  t.not(one?.tongues, three?.tongues)
})

t.test('the migrations make every column of every table', async (t) => {
  const database = laidOut(t)
  for (const [name, table] of Object.entries(schema)) {
    const [first] = Object.values<SQLiteColumn>(getTableColumns(table))
    t.same(allRows(database, table, first as SQLiteColumn), [], name)
  }
})
