import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { Catalogue } from '../../src/catalogue/catalogue.ts'
import { ensureDatabase } from '../../src/catalogue/ensure-database.ts'
import { readSnapshot } from '../../src/catalogue/read-snapshot.ts'
import { DataError } from '../../src/lists/data-set.ts'
import { listOf, reviewedData, writeData } from '../data-folder.ts'

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

t.test('a load that failed is tried again by itself, and what is refused again is told once', async (t) => {
  const location = writeData(t, reviewedData())
  const told: string[] = []
  const loads = Promise.withResolvers<void>()
  const retries = { first: 20, most: 50 }
  const observer = {
    loaded: (version: string) => {
      told.push(version)
      loads.resolve()
    },
    refused: ({ message }: Error) => told.push(message),
  }
  const catalogue = await Catalogue.open(location, observer, undefined, retries)
  const { version } = catalogue.snapshot
  const rules = join(location.dataDir, 'rules.json')
  const text = readFileSync(rules, 'utf8')
  writeFileSync(rules, '[')
  await catalogue.reload()
  t.match(catalogue.load, { state: 'failed', error: /rules\.json/ })
  // Nobody tells of this change; by then the same data have been refused several times.
  const mended = setTimeout(() => writeFileSync(rules, `${text}\n`), 3000)
  t.teardown(() => clearTimeout(mended))
  await loads.promise
  t.match(told, [/rules\.json/, /\./], 'refused once, loaded once')
  t.equal(told.length, 2)
  t.not(catalogue.snapshot.version, version)
  t.equal(catalogue.load.state, 'current')
})

t.test('a table that is copied in pieces is not taken before it is whole', async (t) => {
  const location = writeData(t, reviewedData())
  const annexDir = join(dirname(location.databasePath), 'annexes')
  mkdirSync(annexDir)
  const loaded: (number | undefined)[] = []
  const waited: string[] = []
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => `${from + at},第${from + at}项证明\n`).join('')
  const annex = join(annexDir, 'annex-5.csv')
  let pieces = 0
  const catalogue = await Catalogue.open(
    { ...location, annexDir },
    {
      loaded: () => loaded.push(catalogue.snapshot.lists.get('annex-5')?.size),
      refused: (error) => t.error(error),
      waiting: (files) => {
        waited.push(...files)
        // The next piece comes while the one before is waited for.
        if (++pieces < 3) appendFileSync(annex, rows(pieces * 100 + 1, pieces * 100 + 101))
      },
    },
  )
  writeFileSync(annex, `附件5\n序号,证明事项名称\n${rows(1, 101)}`)
  await catalogue.reload()
  t.same(waited, ['annex-5.csv'], 'told once while it goes on')
  t.same(loaded, [200])
})

t.test('the file of the snapshot before is closed when the last request lets go of it', async (t) => {
  const location = writeData(t, reviewedData())
  const database = await ensureDatabase(location)
  const { file } = readSnapshot(database, { few: 0 })
  file?.hold()
  file?.hold()
  file?.letGo()
  file?.retire()
  t.equal(database.open, true, 'one still answers from it')
  file?.letGo()
  t.equal(database.open, false)

  const other = await ensureDatabase(location)
  const unheld = readSnapshot(other, { few: 0 }).file
  unheld?.hold()
  unheld?.letGo()
  t.equal(other.open, true, 'it is served')
  unheld?.retire()
  t.equal(other.open, false)
  t.equal(readSnapshot(await ensureDatabase(location)).file, undefined, 'what was read at once holds no file')
})

t.test('a catalogue of many items closes the old file as it takes the new one', async (t) => {
  const data = reviewedData()
  const items = Array.from({ length: 10_001 }, (_, at) => ({ no: at + 1, name: `第${at + 1}项证明` }))
  data.lists['made-up'] = listOf({ id: 'made-up', items })
  const location = writeData(t, data)
  const catalogue = await Catalogue.open(location, { loaded: () => {}, refused: (error) => t.error(error) })
  const before = catalogue.snapshot
  t.equal(before.lists.get('made-up')?.item(7)?.name, '第7项证明')
  before.file?.hold()
  rename(location.dataDir, '居民养犬证明', '居民养猫证明')
  await catalogue.reload()
  t.not(catalogue.snapshot, before)
  t.equal(before.lists.get('made-up')?.item(8)?.name, '第8项证明', 'whoever holds it reads on')
  before.file?.letGo()
  t.throws(() => before.lists.get('made-up')?.item(9), /not open/)
  catalogue.snapshot.file?.retire()
})
