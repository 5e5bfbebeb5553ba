import Database from 'better-sqlite3'
import t from 'tap'
import { migrations } from '../../src/catalogue/migrations.ts'
import { writer } from '../../src/catalogue/rows.ts'

t.test('a field for which the tables have no column is an error, not lost', async (t) => {
  const database = new Database(':memory:')
  t.teardown(() => database.close())
  for (const sql of migrations()) database.exec(sql)
  const write = writer(database, 'regions')
  t.doesNotThrow(() => write({ code: '620802', name: '崆峒区' }))
  t.throws(() => write({ code: '620803', name: '某区', flag: '旗' }), /Table regions has no column for the field flag/)
})
