import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { Catalogue } from '../../src/catalogue/catalogue.ts'
import { DataError } from '../../src/lists/data-set.ts'
import { reviewedData, writeData } from '../data-folder.ts'

/** A catalogue on a copy of the reviewed data, and what its observer was told. */
async function openCopy(t: Test) {
  const location = writeData(t, reviewedData())
  const told: string[] = []
  const catalogue = await Catalogue.open(location, {
    loaded: (version, changed) => told.push(`${version} ${changed ? 'changed' : 'unchanged'}`),
    refused: (error) => told.push(error.message),
  })
  return { catalogue, told, ...location }
}

function rename(dataDir: string, from: string, to: string): void {
  const file = join(dataDir, 'lists/annex-3.json')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to))
}

t.test('a reload takes up changed data and leaves the old snapshot to whoever holds it', async (t) => {
  const { catalogue, told, dataDir } = await openCopy(t)
  const before = catalogue.snapshot
  rename(dataDir, '居民养犬证明', '居民养猫证明')
  await catalogue.reload()
  t.equal(catalogue.snapshot.lists.get('annex-3')?.item(4)?.name, '居民养猫证明')
  t.equal(before.lists.get('annex-3')?.item(4)?.name, '居民养犬证明')
  t.not(catalogue.snapshot.version, before.version)
  t.match(catalogue.load, { state: 'current', error: null })
  t.same(told, [`${catalogue.snapshot.version} changed`])
})

t.test('a reload of unchanged data keeps the very same snapshot', async (t) => {
  const { catalogue, told } = await openCopy(t)
  const before = catalogue.snapshot
  await catalogue.reload()
  t.equal(catalogue.snapshot, before)
  t.same(told, [`${before.version} unchanged`])
})

t.test('data that are refused leave the old version serving and say why, until they are mended', async (t) => {
  const { catalogue, told, dataDir } = await openCopy(t)
  const before = catalogue.snapshot
  rename(dataDir, '"no":20', '"no":1')
  await catalogue.reload()
  t.equal(catalogue.snapshot, before)
  t.equal(catalogue.load.state, 'failed')
  t.match(catalogue.load.error, /annex-3\.json: item number 1 is used twice/)
  t.match(told, [/annex-3\.json: item number 1 is used twice/])
  rename(dataDir, '"no":1,"name":"证件', '"no":20,"name":"证件')
  rename(dataDir, '居民养犬证明', '居民养猫证明')
  await catalogue.reload()
  t.match(catalogue.load, { state: 'current', error: null })
  t.not(catalogue.snapshot, before)
})

t.test('a data folder that has gone is refused like any other data', async (t) => {
  const { catalogue, dataDir } = await openCopy(t)
  rmSync(dataDir, { recursive: true })
  await catalogue.reload()
  t.match(catalogue.load, { state: 'failed', error: /DATA_DIR/ })
})

t.test('while a reload runs its state is loading, and calls during it make one more and no others', async (t) => {
  const { catalogue, told } = await openCopy(t)
  const first = catalogue.reload()
  t.match(catalogue.load, { state: 'loading', finished: null })
  const during = [catalogue.reload(), catalogue.reload(), catalogue.reload()]
  await Promise.all([first, ...during])
  t.equal(told.length, 2)
})

t.test('without data to begin with there is nothing to serve', async (t) => {
  const nobody = { loaded: () => {}, refused: () => {} }
  const location = { dataDir: join(t.testdir(), 'nowhere'), databasePath: join(t.testdir(), 'db.sqlite') }
  await t.rejects(Catalogue.open(location, nobody), DataError)
})
