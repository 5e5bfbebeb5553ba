import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import t, { type Test } from 'tap'
import { contentHash } from '../../src/catalogue/data-files.ts'
import { applicationId, openDatabase } from '../../src/catalogue/database-file.ts'
import { loadData } from '../../src/catalogue/load-data.ts'
import { openCatalogue } from '../../src/catalogue/read-snapshot.ts'
import type { Snapshot } from '../../src/catalogue/snapshot.ts'
import { DataError } from '../../src/lists/data-set.ts'
import { reviewedData, writeData } from '../data-folder.ts'

const place = (t: Test) => writeData(t, reviewedData())

/** The items of all lists, which comparing the lists themselves would pass over. */
const itemsOf = ({ lists }: Pick<Snapshot, 'lists'>) => [...lists.values()].map((list) => list.items)

/** What tells one file from another put in its place: never a time alone. */
function identity(path: string) {
  const { ino, mtimeNs, size } = statSync(path, { bigint: true })
  return { ino, mtimeNs, size }
}

/** Changes the bytes of the data but not what they say. */
function rewrite(dataDir: string): void {
  const rules = join(dataDir, 'rules.json')
  writeFileSync(rules, `${readFileSync(rules, 'utf8')}\n`)
}

/** Writes to the SQLite file behind the service's back. */
function tamper(path: string, sql: string): void {
  const database = new Database(path)
  database.exec(sql)
  database.close()
}

t.test('the SQLite file is built where there is none, its folder included, and nothing else is left', async (t) => {
  const { dataDir, databasePath } = place(t)
  const deeper = join(dirname(databasePath), 'var/lib/qingdan.sqlite')
  const snapshot = await openCatalogue({ dataDir, databasePath: deeper })
  t.same(readdirSync(dirname(deeper)), ['qingdan.sqlite'])
  t.equal(snapshot.contentHash, contentHash({ dataDir }))
  t.match(snapshot.version, new RegExp(`^\\d{4}-\\d\\d-\\d\\d\\.${snapshot.contentHash.slice(0, 8)}$`))
  t.equal(new Date(snapshot.builtAt).toISOString(), snapshot.builtAt)
  const database = openDatabase(deeper, snapshot.contentHash)
  t.teardown(() => database?.close())
  t.equal(database?.pragma('journal_mode', { simple: true }), 'delete', 'so that it opens in a read-only folder')
  t.throws(() => database?.exec('DELETE FROM items'), /readonly/)
})

t.test('a file built from the same data is not built again, and gives the same', async (t) => {
  const location = place(t)
  const first = await openCatalogue(location)
  const built = identity(location.databasePath)
  const second = await openCatalogue(location)
  t.same(identity(location.databasePath), built)
  t.same(second, first)
  t.same(itemsOf(second), itemsOf(first))
})

t.test('a file built from other data is built anew, and the version says so', async (t) => {
  const location = place(t)
  const first = await openCatalogue(location)
  const list = join(location.dataDir, 'lists/annex-3.json')
  writeFileSync(list, readFileSync(list, 'utf8').replace('健在证明', '在世证明'))
  const second = await openCatalogue(location)
  t.not(second.version, first.version)
  t.equal(second.lists.get('annex-3')?.item(10)?.name, '在世证明')
  t.equal(first.lists.get('annex-3')?.item(10)?.name, '健在证明', 'the first snapshot has not changed')
})

t.test('the content hash tells apart what moved between files, and not how the folder came about', async (t) => {
  const { dataDir } = place(t)
  const hash = contentHash({ dataDir })
  const copy = join(dirname(dataDir), 'copy')
  for (const sub of ['names', 'lists', '.']) {
    mkdirSync(join(copy, sub), { recursive: true })
    for (const file of readdirSync(join(dataDir, sub)).reverse()) {
      if (file.endsWith('.json')) copyFileSync(join(dataDir, sub, file), join(copy, sub, file))
    }
  }
  t.equal(contentHash({ dataDir: copy }), hash)
  writeFileSync(join(copy, 'lists/annex-4.json'), readFileSync(join(dataDir, 'lists/annex-5.json')))
  writeFileSync(join(copy, 'lists/annex-5.json'), readFileSync(join(dataDir, 'lists/annex-4.json')))
  t.not(contentHash({ dataDir: copy }), hash)
})

t.test('what is not a whole file of ours is built anew and never served', async (t) => {
  const spoilt: [how: string, spoil: (path: string) => void][] = [
    ['empty', (path) => writeFileSync(path, '')],
    ['cut off', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ['cut off after its first page', (path) => truncateSync(path, 4096)],
    [
      'damaged inside',
      (path) => {
        const bytes = readFileSync(path)
        writeFileSync(path, bytes.fill(0xa5, 4096, bytes.length - 4096))
      },
    ],
    ['of another layout', (path) => tamper(path, 'PRAGMA user_version = 0')],
    ['half-written: marked as ours, but not told what is in it', (path) => tamper(path, 'DELETE FROM dataset')],
    [
      'marked as ours, but without tables',
      (path) => [rmSync(path), tamper(path, `PRAGMA application_id = ${applicationId}; PRAGMA user_version = 1`)],
    ],
    ['built from other data', (path) => tamper(path, "UPDATE dataset SET content_hash = 'other'")],
  ]
  for (const [how, spoil] of spoilt) {
    await t.test(how, async (t) => {
      const location = place(t)
      const whole = await openCatalogue(location)
      spoil(location.databasePath)
      t.equal(openDatabase(location.databasePath, whole.contentHash), undefined)
      const { builtAt: _, ...again } = await openCatalogue(location)
      t.match(again, { version: whole.version, contentHash: whole.contentHash })
      t.same([...again.lists], [...whole.lists])
      t.same(itemsOf(again), itemsOf(whole))
      t.same(readdirSync(dirname(location.databasePath)).sort(), ['data', 'qingdan.sqlite'])
    })
  }
})

t.test(
  'a file whose writer was killed is built anew, and what its journal holds is not replayed into the new one',
  async (t) => {
    for (const mode of ['DELETE', 'WAL']) {
      await t.test(mode, async (t) => {
        const location = place(t)
        const { lists } = await openCatalogue(location)
        // Another process changes the file, large enough to reach the disk before the transaction ends, and is killed.
        const writer = `
        const Database = require('better-sqlite3')
        const database = new Database(${JSON.stringify(location.databasePath)})
        database.pragma('journal_mode = ${mode}')
        database.pragma('cache_size = 1')
        database.exec("${mode === 'WAL' ? "UPDATE items SET name = 'x';" : ''} BEGIN; UPDATE items SET name = 'y' || hex(randomblob(400))")
        process.kill(process.pid, 'SIGKILL')`
        const { signal } = spawnSync(process.execPath, ['--eval', writer], {
          cwd: join(import.meta.dirname, '../..'),
          env: { PATH: process.env.PATH },
        })
        t.equal(signal, 'SIGKILL')
        const journal = `${location.databasePath}${mode === 'WAL' ? '-wal' : '-journal'}`
        t.ok(existsSync(journal), 'the writer left its journal')
        // What the killed writer had committed stands under our hash, so only other data brings about a new file.
        if (mode === 'WAL') rewrite(location.dataDir)
        const again = await openCatalogue(location)
        t.same(itemsOf(again), itemsOf({ lists }))
        t.same(await openCatalogue(location), again)
        t.same(readdirSync(dirname(location.databasePath)).sort(), ['data', 'qingdan.sqlite'])
      })
    }
  },
)

t.test('data that cannot be used leaves the old file as it was', async (t) => {
  const location = place(t)
  await openCatalogue(location)
  const built = identity(location.databasePath)
  writeFileSync(join(location.dataDir, 'rules.json'), '[')
  await t.rejects(openCatalogue(location), DataError)
  t.same(identity(location.databasePath), built)
  t.same(readdirSync(dirname(location.databasePath)).sort(), ['data', 'qingdan.sqlite'])
})

t.test('what is no SQLite file of ours is not replaced by one, and no draft is left', async (t) => {
  for (const [what, put] of Object.entries<(path: string) => void>({
    'a workbook': (path) => writeFileSync(path, 'PK, or some such thing'.repeat(1000)),
    'a file as short as one letter': (path) => writeFileSync(path, 'S'),
    "another program's database": (path) => tamper(path, 'CREATE TABLE dataset (content_hash)'),
    'a database marked as of another program': (path) => tamper(path, 'PRAGMA application_id = 1; CREATE TABLE a (b)'),
    'the beginning of a database': (path) => writeFileSync(path, 'SQLite format 3\0'),
    'a folder': (path) => mkdirSync(path),
  })) {
    const location = place(t)
    put(location.databasePath)
    const before = identity(location.databasePath)
    const message = `${location.databasePath} is no SQLite file of Qingdan and is not replaced by one; set DATABASE_PATH (--database) to another place, or move it away`
    await t.rejects(openCatalogue(location), { name: 'ConfigError', message }, what)
    t.same(identity(location.databasePath), before, what)
    t.same(readdirSync(dirname(location.databasePath)).sort(), ['data', 'qingdan.sqlite'], what)
  }
})

t.test(
  'an empty file into which another program writes for the first time stays, and so does its journal',
  async (t) => {
    const location = place(t)
    const other = new Database(location.databasePath)
    other.exec('BEGIN IMMEDIATE; CREATE TABLE mine (a)')
    t.equal(statSync(location.databasePath).size, 0)
    await t.rejects(openCatalogue(location), { name: 'ConfigError' })
    other.exec('COMMIT')
    t.same(other.prepare('SELECT name FROM sqlite_schema').pluck().all(), ['mine'])
    other.close()
  },
)

t.test("another program's file that appears while the data are read stays", async (t) => {
  const location = place(t)
  const loading = loadData(location)
  tamper(location.databasePath, 'CREATE TABLE mine (a)')
  const before = identity(location.databasePath)
  await t.rejects(loading, { name: 'ConfigError' })
  t.same(identity(location.databasePath), before)
  t.same(readdirSync(dirname(location.databasePath)).sort(), ['data', 'qingdan.sqlite'])
})

t.test("looking at another program's database leaves nothing beside it", async (t) => {
  const location = place(t)
  tamper(location.databasePath, 'PRAGMA journal_mode = WAL; CREATE TABLE mine (a)')
  await t.rejects(openCatalogue(location), { name: 'ConfigError' })
  t.same(readdirSync(dirname(location.databasePath)).sort(), ['data', 'qingdan.sqlite'])
})

t.test('loading gives the version that is then served', async (t) => {
  const location = place(t)
  const version = await loadData(location)
  t.equal((await openCatalogue(location)).version, version)
})

t.test('data that changes while it is being loaded is not served under the wrong version', async (t) => {
  const location = place(t)
  const opening = openCatalogue(location)
  rewrite(location.dataDir)
  await t.rejects(opening, /does not hold the data of .*: the files were changed while they were read/)
  t.equal((await openCatalogue(location)).contentHash, contentHash(location))
})
