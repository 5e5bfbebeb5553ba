import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import t, { type Test } from 'tap'
import { changeLists } from '../../src/catalogue/change-lists.ts'
import { readFiles } from '../../src/catalogue/data-files.ts'
import { openDatabase, sourcesIn } from '../../src/catalogue/database-file.ts'
import { ensureDatabase } from '../../src/catalogue/ensure-database.ts'
import { seal, unseal } from '../../src/catalogue/seal.ts'
import { verifyDatabase } from '../../src/catalogue/verify-database.ts'
import { DataError } from '../../src/lists/data-set.ts'
import { type Data, itemIn, listIn, listOf, reviewedData, writeData } from '../data-folder.ts'
import { rowsAsLoadedWhole, rowsIn } from '../database-rows.ts'

/** The reviewed data, built, and ways to change them. */
async function built(t: Test, shape: (data: Data) => void = () => {}) {
  const data = reviewedData()
  shape(data)
  const location = writeData(t, data)
  ;(await ensureDatabase(location)).close()
  const put = (path: string, content: unknown) =>
    writeFileSync(join(location.dataDir, path), typeof content === 'string' ? content : JSON.stringify(content))
  const putList = (id: string) => put(`lists/${id}.json`, listIn(data, id))
  return { data, location, put, putList }
}

type Location = Awaited<ReturnType<typeof built>>['location'] & { annexDir?: string }

/** Changes the lists that have changed, from the file that is there. */
function change(location: Location) {
  const before = openDatabase(location.databasePath) as Database.Database
  const read = readFiles(location, sourcesIn(before))
  before.close()
  return changeLists(location.databasePath, read, new Date('2026-12-01T00:00:00Z'))
}

const asLoadedWhole = async (t: Test, location: Location, said: string) =>
  t.strictSame(rowsIn(location.databasePath), await rowsAsLoadedWhole(location), said)

/** The numbers that SQLite gave the items of a list: what is written anew has other ones. */
function rowids(path: string, list: string): unknown[] {
  const database = new Database(path, { readonly: true })
  const found = database.prepare('SELECT rowid FROM items WHERE list = ? ORDER BY no').pluck().all(list)
  database.close()
  return found
}

t.test('a list that has changed is written alone, and the file holds what a whole load puts there', async (t) => {
  const { data, location, putList } = await built(t)
  const [changed, other] = [rowids(location.databasePath, 'annex-1'), rowids(location.databasePath, 'annex-3')]
  itemIn(data, 'annex-1', 1).name = '另一件事'
  putList('annex-1')
  const { hash } = await change(location)
  t.not(rowids(location.databasePath, 'annex-1')[0], changed[0], 'written anew')
  t.strictSame(rowids(location.databasePath, 'annex-3'), other, 'stayed as it was')
  const opened = openDatabase(location.databasePath, hash)
  t.ok(opened, 'sealed, and known by the hash of what was read')
  opened?.close()
  await asLoadedWhole(t, location, 'row by row')
  t.strictSame((await verifyDatabase(location)).differences, [])
  t.strictSame(readdirSync(dirname(location.databasePath)).sort(), ['data', 'qingdan.sqlite'])
})

t.test('whoever opens the data gets the changed list in the same way', async (t) => {
  const { data, location, putList } = await built(t)
  const other = rowids(location.databasePath, 'annex-2')
  itemIn(data, 'annex-1', 1).name = '另一件事'
  putList('annex-1')
  const database = await ensureDatabase(location)
  t.equal(database.prepare("SELECT name FROM items WHERE list = 'annex-1' AND no = 1").pluck().get(), '另一件事')
  database.close()
  t.strictSame(rowids(location.databasePath, 'annex-2'), other)
  await asLoadedWhole(t, location, 'row by row')
})

t.test('new lists, longer, shorter and renamed ones, and the day of the newest review follow', async (t) => {
  const { data, location, putList } = await built(t, (made) => {
    made.lists.shorter = listOf({ id: 'shorter', items: [1, 2, 3].map((no) => ({ no, name: `第${no}份证明` })) })
  })
  data.lists.newer = listOf({ id: 'newer', reviewed: '2027-02-01', items: [{ no: 1, name: '新的证明' }] })
  listIn(data, 'shorter').items = [{ no: 7, name: '只剩一件', subNames: ['又名'] }]
  listIn(data, 'annex-7').title = '另一个标题'
  for (const id of ['newer', 'shorter', 'annex-7']) putList(id)
  const { version } = await change(location)
  t.match(version, /^2027-02-01\./)
  await asLoadedWhole(t, location, 'row by row')
  listIn(data, 'newer').reviewed = '2026-01-01'
  putList('newer')
  t.notMatch((await change(location)).version, /^2027-02-01\./)
  await asLoadedWhole(t, location, 'once more')
})

t.test('a folder for annexes without any changes the version alone', async (t) => {
  const { location } = await built(t)
  const annexDir = join(dirname(location.dataDir), 'annexes')
  mkdirSync(annexDir)
  const { hash } = await change({ ...location, annexDir })
  t.equal(hash, readFiles({ ...location, annexDir }).hash)
  t.not(hash, readFiles(location).hash)
  await asLoadedWhole(t, { ...location, annexDir }, 'row by row')
})

const printedOnce = (data: Data) => {
  data.lists.printing = listOf({ id: 'printing', items: [{ no: 1, name: '独一份证明', subNames: ['另一份证明'] }] })
  data.names.certificates?.recorded.push({
    names: ['单份证明'],
    reading: 'same',
    items: ['独一份证明'],
    grade: 'editorial',
  })
}

t.test('where more than lists has changed, everything is read', async (t) => {
  type Case = (made: Awaited<ReturnType<typeof built>>) => Partial<Location> | undefined
  const cases: [what: string, spoil: Case][] = [
    [
      'a document',
      ({ data, put }) => {
        put('documents.json', [...data.documents, { id: 'more', title: '又一份' }])
        return undefined
      },
    ],
    [
      'a list and a document',
      ({ data, put, putList }) => {
        itemIn(data, 'annex-1', 1).name = '另一件事'
        putList('annex-1')
        put('documents.json', [...data.documents, { id: 'more', title: '又一份' }])
        return undefined
      },
    ],
    [
      'a recorded name',
      ({ data, put }) => {
        data.names.tasks?.recorded.pop()
        put('names/tasks.json', data.names.tasks)
        return undefined
      },
    ],
    [
      'a list is gone',
      ({ location }) => {
        rmSync(join(location.dataDir, 'lists/printing.json'))
        writeFileSync(
          join(location.dataDir, 'names/certificates.json'),
          JSON.stringify(reviewedData().names.certificates),
        )
        return undefined
      },
    ],
    [
      'an annex is read',
      ({ location }) => {
        const annexDir = join(dirname(location.dataDir), 'annexes')
        mkdirSync(annexDir)
        writeFileSync(join(annexDir, 'annex-5.csv'), '附件5\n序号,证明事项名称\n1,林木采伐证明\n')
        return { annexDir }
      },
    ],
    [
      'another program built the file',
      ({ location, data, putList }) => {
        unseal(location.databasePath)
        const database = new Database(location.databasePath)
        database.exec("UPDATE dataset SET program = 'older'")
        database.close()
        seal(location.databasePath)
        itemIn(data, 'annex-1', 1).name = '另一件事'
        putList('annex-1')
        return undefined
      },
    ],
    [
      'a name that something recorded means is printed elsewhere now',
      ({ data, putList }) => {
        data.lists.printing = listOf({ id: 'printing', items: [{ no: 1, name: '别的证明' }] })
        data.lists.elsewhere = listOf({ id: 'elsewhere', items: [{ no: 1, name: '独一份证明' }] })
        putList('printing')
        putList('elsewhere')
        return undefined
      },
    ],
  ]
  for (const [what, spoil] of cases) {
    await t.test(what, async (t) => {
      const made = await built(t, printedOnce)
      const location: Location = { ...made.location, ...spoil(made) }
      const before = readFileSync(location.databasePath)
      await t.rejects(change(location), { name: 'WholeNeeded' })
      t.ok(before.equals(readFileSync(location.databasePath)), 'the old file stays')
      ;(await ensureDatabase(location)).close()
      await asLoadedWhole(t, location, 'and is then read whole')
    })
  }
})

t.test('a name that something recorded means and no list prints any more is refused', async (t) => {
  const { data, location, putList } = await built(t, printedOnce)
  data.lists.printing = listOf({ id: 'printing', items: [{ no: 1, name: '别的证明' }] })
  putList('printing')
  await t.rejects(ensureDatabase(location), /no list of certificate prints an item “独一份证明”/)
})

t.test('a name that nothing recorded means may go, and what is meant may move within its list', async (t) => {
  const { data, location, putList } = await built(t, printedOnce)
  data.lists.printing = listOf({ id: 'printing', items: [{ no: 2, name: '又一份证明', subNames: ['独一份证明'] }] })
  putList('printing')
  await change(location)
  await asLoadedWhole(t, location, 'row by row')
})

t.test('a changed list that cannot be used is refused as in a whole load, and the old file stays', async (t) => {
  const wrong: [what: string, spoil: (data: Data) => unknown][] = [
    ['no list', () => '['],
    ['another list', (data) => listIn(data, 'annex-2')],
    ['a word that nobody knows', (data) => ({ ...listIn(data, 'annex-1'), effect: 'tolerates' })],
    ['an effect of another kind', (data) => ({ ...listIn(data, 'annex-3'), id: 'annex-1', effect: 'own_duty' })],
    ['a place that is not there', (data) => ({ ...listIn(data, 'annex-1'), region: '999999' })],
    [
      'a number twice',
      (data) => ({ ...listIn(data, 'annex-1'), items: [1, 1].map((no) => ({ no, name: `第${no}件` })) }),
    ],
  ]
  const { data, location, put } = await built(t)
  const before = readFileSync(location.databasePath)
  for (const [what, spoil] of wrong) {
    put('lists/annex-1.json', spoil(data))
    const said = await ensureDatabase(location).catch((error: unknown) => error)
    t.type(said, DataError, what)
    const whole = await rowsAsLoadedWhole(location).catch((error: unknown) => error)
    t.strictSame((said as DataError).problems, (whole as DataError).problems, what)
    t.ok(before.equals(readFileSync(location.databasePath)), what)
    t.strictSame(
      readdirSync(dirname(location.databasePath)).filter((name) => name.startsWith('.')),
      [],
      what,
    )
  }
})

t.test('nothing is built upon a file in which a byte was changed since it was looked at', async (t) => {
  const { data, location, putList } = await built(t)
  itemIn(data, 'annex-1', 1).name = '另一件事'
  putList('annex-1')
  const before = openDatabase(location.databasePath) as Database.Database
  const read = readFiles(location, sourcesIn(before))
  before.close()
  const bytes = readFileSync(location.databasePath)
  const altered = Buffer.from(bytes)
  altered.write('婚姻状态证明', bytes.indexOf('婚姻状况证明'))
  writeFileSync(location.databasePath, altered)
  await t.rejects(changeLists(location.databasePath, read), { name: 'WholeNeeded' })
  ;(await ensureDatabase(location)).close()
  await asLoadedWhole(t, location, 'it is built anew')
})

t.test('of a change as large as all data, nothing is kept in memory', async (t) => {
  const { data, location, put } = await built(t)
  put('lists/annex-1.json', JSON.stringify(listIn(data, 'annex-1')).padEnd(65 * 2 ** 20))
  const database = openDatabase(location.databasePath) as Database.Database
  t.equal(readFiles(location, sourcesIn(database)).changed.size, 0)
  database.close()
  await t.rejects(change(location), { name: 'WholeNeeded' })
})
