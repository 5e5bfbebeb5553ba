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
import { openBuilt } from '../../src/catalogue/ensure-database.ts'
import type { ReadFile } from '../../src/catalogue/hashed-reading.ts'
import { loadData } from '../../src/catalogue/load-data.ts'
import { openCatalogue, readSnapshot } from '../../src/catalogue/read-snapshot.ts'
import { identityOf } from '../../src/catalogue/seal.ts'
import type { Snapshot } from '../../src/catalogue/snapshot.ts'
import { readRegularFile } from '../../src/files/read-regular-file.ts'
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
  const { version, hash } = await loadData(location)
  t.match(await openCatalogue(location), { version, contentHash: hash })
})

t.test('data that change while they are loaded are served as they were read, under their own version', async (t) => {
  const location = place(t)
  const opening = openCatalogue(location)
  rewrite(location.dataDir)
  t.equal((await opening).contentHash, contentHash(location))
})

/** Reads like the service; `meanwhile` happens when this file has been read. */
const readThen =
  (name: string, meanwhile: () => void): ReadFile =>
  (path, most) => {
    const bytes = readRegularFile(path, most)
    if (path.endsWith(name)) meanwhile()
    return bytes
  }

t.test('a version is that of the bytes that were read, whatever the files were before and after', async (t) => {
  const location = place(t)
  const list = join(location.dataDir, 'lists/annex-3.json')
  const other = join(location.dataDir, 'documents.json')
  const [a, b] = [readFileSync(list, 'utf8'), readFileSync(list, 'utf8').replace('健在证明', '在世证明')]
  const ofA = contentHash(location)
  // Changed when the reading has begun, and changed back when it has passed.
  const changing = readThen(other, () => writeFileSync(list, b))
  const back = readThen(list, () => writeFileSync(list, a))
  const { hash } = await loadData(location, new Date(), (path, most) =>
    path === list ? back(path, most) : changing(path, most),
  )
  t.equal(contentHash(location), ofA, 'the files are those of the beginning')
  t.not(hash, ofA)
  const served = openDatabase(location.databasePath, hash)
  t.teardown(() => served?.close())
  t.equal(served?.prepare("SELECT name FROM items WHERE list = 'annex-3' AND no = 10").pluck().get(), '在世证明')
  const again = await openCatalogue(location)
  t.equal(again.contentHash, ofA)
  t.equal(
    again.lists.get('annex-3')?.item(10)?.name,
    '健在证明',
    'what was read in between does not stand under the version',
  )
})

/** The reviewed data, with a folder of annexes beside them. */
function withAnnexes(t: Test) {
  const location = place(t)
  const annexDir = join(dirname(location.dataDir), 'annexes')
  mkdirSync(annexDir)
  return { location: { ...location, annexDir }, annex: join(annexDir, 'annex-5.csv') }
}

t.test('an annex is hashed and read in one reading, too', async (t) => {
  const { location, annex } = withAnnexes(t)
  const text = (name: string) => `附件5\n序号,证明事项名称\n1,${name}\n`
  writeFileSync(annex, text('林木采伐证明'))
  const ofFirst = contentHash(location)
  const regions = join(location.dataDir, 'regions.json')
  const { hash } = await loadData(
    location,
    new Date(),
    readThen(regions, () => writeFileSync(annex, text('房屋翻建证明'))),
  )
  t.not(hash, ofFirst)
  t.equal(hash, contentHash(location))
  const { lists } = await openCatalogue(location)
  t.equal(lists.get('annex-5')?.item(1)?.name, '房屋翻建证明')
})

t.test('an annex that is gone when it is to be read is told by name', async (t) => {
  const { location, annex } = withAnnexes(t)
  writeFileSync(annex, '附件5\n')
  const gone: ReadFile = (path, most) => {
    if (path === annex) rmSync(annex)
    return readRegularFile(path, most)
  }
  await t.rejects(loadData(location, new Date(), gone), { code: 'ENOENT', path: annex })
})

t.test('a file in which any byte was changed is not served', async (t) => {
  const location = place(t)
  const { contentHash: hash } = await openCatalogue(location)
  const whole = readFileSync(location.databasePath)
  const refused = (bytes: Buffer, what: string) => {
    writeFileSync(location.databasePath, bytes)
    t.equal(openDatabase(location.databasePath, hash), undefined, what)
  }
  // The last bytes are the digest itself.
  for (let n = 0; n < 300; n += 1) {
    const at = Math.floor((whole.length * n) / 299.001)
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] as number) ^ (1 << (n % 8))
    refused(bytes, `a bit of byte ${at}`)
  }
  for (const [from, to] of [
    ['prohibits', 'permits\0\0'],
    ['婚姻状况证明', '婚姻状态证明'],
    ['complete', 'partial\0'],
    ['official', 'editoria'],
    // What a name means, who is asked, where and when it holds.
    ['permits', 'assists'],
    ['own_duty', 'prohibit'],
    ['partial', 'absents'],
    ['certificate', 'signboard\0\0'],
    ['reference', 'official\0'],
    ['620802', '620803'],
    ['2023-08-31', '2033-08-31'],
    ['notice-2023', 'notice-2024'],
    ['平凉市崆峒区', '平凉市华亭市'],
    ['健在证明', '在世证明'],
    ['same', 'none'],
    ['default', 'defaulu'],
    // What SQLite itself goes by: its format, what kind of page the first is, and how the tables are called.
    ['SQLite format 3', 'SQLite format 4'],
    ['QDAN', 'QDAM'],
    ['recorded_names', 'recorded_nemes'],
    [contentHash(location), 'f'.repeat(64)],
  ] as const) {
    const at = whole.indexOf(from)
    t.ok(at >= 0, from)
    const bytes = Buffer.from(whole)
    bytes.write(to, at)
    refused(bytes, `${to} in place of ${from}`)
  }
  refused(whole.subarray(0, 31), 'too short to end in a digest')
  writeFileSync(location.databasePath, whole)
  const served = openDatabase(location.databasePath, hash)
  t.ok(served, 'as it was built it is')
  served?.close()
})

t.test('a file that was just looked at is not read again, but only that file', async (t) => {
  const location = place(t)
  const { contentHash: hash } = await openCatalogue(location)
  const looked = identityOf(location.databasePath)
  const opened = openDatabase(location.databasePath, hash, looked)
  t.ok(opened)
  opened?.close()
  tamper(location.databasePath, "UPDATE lists SET effect = 'permits'")
  t.equal(openDatabase(location.databasePath, hash, looked), undefined)
})

t.test('a file that holds other data than were built is not served', async (t) => {
  const location = place(t)
  await openCatalogue(location)
  t.throws(() => openBuilt(location, 'f'.repeat(64)), /does not hold the data of .*: the files were changed while/)
})

t.test('a word that nobody knows is refused, not taken for another', async (t) => {
  for (const [table, column] of [
    ['lists', 'effect'],
    ['lists', 'kind'],
    ['lists', 'completeness'],
    ['items', 'grade'],
    ['rules', 'purpose'],
    ['recorded_names', 'reading'],
  ]) {
    const location = place(t)
    await openCatalogue(location)
    const database = new Database(location.databasePath)
    database.exec(`UPDATE ${table} SET ${column} = 'tolerates'`)
    const said = new RegExp(`Table ${table}: ${column} holds tolerates; allowed: \\w+, \\w+`)
    t.throws(() => readSnapshot(database), said, `${table}.${column}`)
    database.close()
  }
})
