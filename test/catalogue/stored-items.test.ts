import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { Catalogue } from '../../src/catalogue/catalogue.ts'
import { ensureDatabase } from '../../src/catalogue/ensure-database.ts'
import { readSnapshot } from '../../src/catalogue/read-snapshot.ts'
import type { Snapshot } from '../../src/catalogue/snapshot.ts'
import type { Item } from '../../src/lists/list.ts'
import { answerQuestion } from '../../src/rulings/answer-question.ts'
import { itemIn, listIn, listOf, reviewedData, writeData } from '../data-folder.ts'

const question = { kind: 'certificate', name: '居民养犬证明', region: '620802', on: '2026-11-22' } as const

/** The reviewed data, opened so that each list is read when it is asked for. */
async function openLate(t: Test, bounds: { names?: number; items?: number } = {}) {
  const data = reviewedData()
  const location = writeData(t, data)
  const database = await ensureDatabase(location)
  t.teardown(() => database.close())
  return { data, location, database, snapshot: readSnapshot(database, { few: 0, ...bounds }) }
}

/** The reviewed data with one list more. */
function writeWith(t: Test, id: string, items: Item[]) {
  const data = reviewedData()
  data.lists[id] = listOf({ id, items })
  return writeData(t, data)
}

t.test('lists that are read late are the lists that are read at once, and answer alike', async (t) => {
  const { location, snapshot } = await openLate(t)
  const atOnce = readSnapshot(await ensureDatabase(location))
  t.equal(snapshot.lists.size, atOnce.lists.size)
  for (const [id, list] of atOnce.lists) {
    const late = snapshot.lists.get(id)
    t.strictSame(late?.items, list.items, id)
    t.equal(late?.size, list.items.length, id)
    t.strictSame({ ...late }, { ...list }, id)
  }
  for (const name of [
    '居民养犬证明',
    '户籍证明',
    '村委会出具的居民养犬证明',
    '养狗证明',
    '养犬情况',
    '宅基地流转证明',
  ]) {
    t.strictSame(
      answerQuestion(snapshot, { ...question, name }, 'zh'),
      answerQuestion(atOnce, { ...question, name }, 'zh'),
      name,
    )
  }
})

t.test('few items leave no file open, many do', async (t) => {
  const { location, database } = await openLate(t)
  t.equal(database.open, true)
  const read = await ensureDatabase(location)
  readSnapshot(read)
  t.equal(read.open, false)
})

t.test('how many items a list has is known without reading them', async (t) => {
  const { database, data, snapshot } = await openLate(t)
  database.close()
  for (const list of snapshot.lists.values()) t.equal(list.size, listIn(data, list.id).items.length, list.id)
  t.throws(() => snapshot.lists.get('annex-3')?.items, 'nothing was read before the file was closed')
})

t.test('names that are asked for again are not read again, those that gave way are', async (t) => {
  const printed = (snapshot: Snapshot) => snapshot.lists.get('annex-3')?.names
  const { snapshot } = await openLate(t)
  const [held, other] = [printed(snapshot), snapshot.lists.get('annex-1')?.names]
  t.equal(printed(snapshot), held)
  t.equal(snapshot.lists.get('annex-1')?.names, other)

  await t.test('with room for the last list only', async (t) => {
    const { snapshot } = await openLate(t, { names: 1 })
    const before = printed(snapshot)
    t.equal(printed(snapshot), before, 'the list asked about is held, however long')
    t.ok(snapshot.lists.get('annex-1')?.names)
    t.not(printed(snapshot), before)
    t.match(printed(snapshot)?.spelled('居民养犬证明'), [{ item: { list: 'annex-3', no: 4 } }])
  })
})

t.test('items are read again neither singly nor as a list', async (t) => {
  const { database, data, snapshot } = await openLate(t)
  const list = snapshot.lists.get('annex-3')
  const [one, all] = [list?.item(4), list?.items]
  t.equal(list?.item(999), undefined)
  database.close()
  t.equal(list?.item(4), one)
  t.equal(list?.items, all)
  t.strictSame(all, listIn(data, 'annex-3').items)
  t.strictSame(one, all?.[3])
  t.throws(() => list?.item(5), 'another one would have to be read')
})

t.test('of an item that is asked for by its id no names are read but those of its own list', async (t) => {
  const { database, snapshot } = await openLate(t)
  t.match(answerQuestion(snapshot, { ...question, name: 'annex-3/4' }, 'zh'), { match: { name: '居民养犬证明' } })
  database.close()
  t.ok(snapshot.lists.get('annex-3')?.names)
  t.throws(() => snapshot.lists.get('national-certificates')?.names, 'it applies as well, and would have to be read')
})

t.test('items of one number are those of their lists', async (t) => {
  const { data, snapshot } = await openLate(t)
  for (const id of ['annex-1', 'annex-2', 'annex-3'])
    t.equal(snapshot.lists.get(id)?.item(4)?.name, itemIn(data, id, 4).name)
})

t.test('with room for one item the last is held, and the last list however long it is', async (t) => {
  const { snapshot } = await openLate(t, { items: 1 })
  const [list, other] = [snapshot.lists.get('annex-3'), snapshot.lists.get('annex-1')]
  const [one, all] = [list?.item(4), list?.items]
  t.same([list?.item(4) === one, list?.items === all], [true, true])
  list?.item(5)
  t.ok(other?.items)
  t.same([list?.item(4) === one, list?.items === all], [false, false])
  t.strictSame([list?.item(4), list?.items], [one, all])
})

t.test('an item holds on its own days, read late or at once', async (t) => {
  const location = writeWith(t, 'dated', [
    { no: 1, name: '甲证明' },
    { no: 2, name: '乙证明', from: '2026-02-01' },
    { no: 3, name: '丙证明', to: '2026-01-31' },
  ])
  for (const few of [0, 10_000]) {
    const list = readSnapshot(await ensureDatabase(location), { few }).lists.get('dated')
    const holding = (on: string) => [1, 2, 3].filter((no) => list?.holds(no, { on }))
    t.same(holding('2026-01-31'), [1, 3])
    t.same(holding('2026-02-01'), [1, 2])
  }
})

t.test('a snapshot that has been replaced goes on reading its own file for whoever answers from it', async (t) => {
  const items = Array.from({ length: 10_001 }, (_, index) => ({ no: index + 1, name: `第${index}号证明` }))
  const location = writeWith(t, 'large', items)
  const catalogue = await Catalogue.open(location, { loaded: () => {}, refused: (error) => t.fail(error.message) })
  const before = catalogue.snapshot
  before.file?.hold()
  const file = join(location.dataDir, 'lists/annex-3.json')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('居民养犬证明', '居民养猫证明'))
  await catalogue.reload()
  t.equal(before.lists.get('annex-3')?.item(4)?.name, '居民养犬证明')
  t.equal(catalogue.snapshot.lists.get('annex-3')?.item(4)?.name, '居民养猫证明')
  t.match(answerQuestion(before, question, 'zh'), { outcome: 'prohibited', dataset: { version: before.version } })
  t.not(answerQuestion(catalogue.snapshot, question, 'zh').match?.method, 'exact')
  before.file?.letGo()
})

t.test('of the names that are held, those asked for last stay', async (t) => {
  const ids = ['annex-1', 'annex-2', 'annex-3']
  const most = ids.reduce((sum, id) => sum + listIn(reviewedData(), id).items.length + 1, 0)
  const { snapshot } = await openLate(t, { names: most })
  const names = (id: string) => snapshot.lists.get(id)?.names
  const [one, two, three] = ids.map(names)
  t.same([names('annex-3') === three, names('annex-1') === one], [true, true], 'there is room for three')
  names('annex-7')
  t.equal(names('annex-1'), one, 'asked for after the second')
  t.not(names('annex-2'), two)
})
