import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, watch, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { readData } from '../../src/catalogue/read-data.ts'
import { verifyDatabase } from '../../src/catalogue/verify-database.ts'
import type { Answer } from '../../src/rulings/answer.ts'
import { simple } from '../intake/made/word.ts'
import { startService } from '../run-service.ts'
import { budget, seed } from './budget.ts'
import { chance } from './chance.ts'
import { leadTo, pets, workplace } from './generations.ts'

t.comment(`PROVE_SEED=${seed}`)

const kills = budget(4, 200)
const program = join(import.meta.dirname, '../../src/cli/qingdan.ts')
// A process that is killed writes no coverage, so nothing is to prepare it.
const environment = { ...process.env, NODE_OPTIONS: '' }

function qingdan(...args: string[]): ChildProcess {
  return spawn(process.execPath, [program, ...args], { env: environment, stdio: 'ignore' })
}

const draft = /\.draft(?:-journal)?$/
const draftsIn = (folder: string) => readdirSync(folder).filter((name) => draft.test(name))

/**
 * Kills a process at a random moment of its run, or of the time in which it writes, which is short beside its start.
 * Gives whether it was killed before its end.
 */
async function killed(child: ChildProcess, folder: string, random: () => number, span: number): Promise<boolean> {
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  const stop = new AbortController()
  if (random() < 0.5)
    void setTimeout(random() * span, undefined, stop).then(
      () => child.kill('SIGKILL'),
      () => {},
    )
  else {
    // Mostly at once: much of what is written is written in a moment.
    const wait = random() ** 3 * 60
    watch(folder, { signal: stop.signal }, (_event, name) => {
      if (name && draft.test(name))
        void setTimeout(wait, undefined, stop).then(
          () => child.kill('SIGKILL'),
          () => {},
        )
    })
  }
  const [, signal] = await ended
  stop.abort()
  return signal === 'SIGKILL'
}

/** A process may end before it is killed, and a few kills may all come before or after the moment of writing; then there are some more. */
const goesOn = (round: number, { killed, left }: { readonly killed: number; readonly left: number }) =>
  round < kills * 10 && (killed < kills || left === 0)

/** How long a whole run takes here and now: the span over which kills are spread. In milliseconds. */
async function spanOf(child: ChildProcess): Promise<number> {
  const started = performance.now()
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`a run that nobody killed ended with ${code}`)
  return performance.now() - started
}

/** Which of the two generations a SQLite file holds, after proof that it holds it wholly and nothing else. */
async function held(t: Test, databasePath: string, folders: readonly string[]): Promise<number> {
  const differences = await Promise.all(
    folders.map(async (dataDir) => (await verifyDatabase({ dataDir, databasePath })).differences),
  )
  const whole = differences.findIndex((one) => one.length === 0)
  if (whole === -1) t.same(differences, [], 'the file holds one of the two generations')
  return whole
}

t.test(`the SQLite file is whole after each of ${kills} kills of qingdan load`, async (t) => {
  const { folder, databasePath, dataDirs } = workplace(t)
  const random = chance(seed)
  const load = (generation: number) => qingdan('load', '--data', `${dataDirs[generation]}`, '--database', databasePath)
  const span = await spanOf(load(0))
  let before = await held(t, databasePath, dataDirs)
  const tally = { killed: 0, left: 0 }
  for (let round = 0; goesOn(round, tally); round += 1) {
    const next = 1 - before
    if (await killed(load(next), folder, random, span)) tally.killed += 1
    const after = await held(t, databasePath, dataDirs)
    const drafts = draftsIn(folder)
    tally.left += Math.min(drafts.length, 1)
    if (drafts.filter((name) => name.endsWith('.draft')).length > 1 || drafts.length > 2)
      t.same(drafts, [], 'no more is left than one attempt leaves')
    before = after
  }
  t.comment(`${tally.killed} killed before their end, ${tally.left} left a draft`)
  t.ok(tally.killed >= kills && tally.left > 0, 'so many were killed, some of them while they wrote')
  t.equal(await spanOf(load(1 - before)).then(() => held(t, databasePath, dataDirs)), 1 - before, 'a whole run loads')
  t.same(readdirSync(folder), ['qingdan.sqlite'], 'and leaves nothing but the file')
})

t.test(`the data folder is whole after each of ${kills} kills of qingdan import`, async (t) => {
  const { dataDirs } = workplace(t)
  const [dataDir] = dataDirs
  const folder = join(dataDir, 'lists')
  const file = join(folder, 'annex-5.json')
  const random = chance(seed + 1)
  const annexes = pets.map((pet) => {
    const path = join(dirname(dataDir), `附件5${pet}.docx`)
    writeFileSync(path, simple(Array.from({ length: 150 }, (_, at) => [`${at + 1}`, `第${at + 1}号${pet}的证明`])))
    return path
  })
  const options = [
    '--list',
    'annex-5',
    '--data',
    dataDir,
    '--date',
    '2026-11-22',
    '--renumber',
    '--accept-annex',
    '--accept-loss',
  ]
  const importing = (which: number) => qingdan('import', `${annexes[which]}`, ...options)
  const untouched = readFileSync(file, 'utf8')
  const span = await spanOf(importing(0))
  const texts = [readFileSync(file, 'utf8')]
  await spanOf(importing(1))
  texts.push(readFileSync(file, 'utf8'))
  t.equal(new Set([untouched, ...texts]).size, 3, 'each import writes another list')
  const others = () => readdirSync(folder).filter((name) => !draft.test(name) && name !== basename(file))
  const lists = others()
  const tally = { killed: 0, left: 0, written: 0 }
  let now = 1
  for (let round = 0; goesOn(round, tally); round += 1) {
    if (await killed(importing(1 - now), folder, random, span)) tally.killed += 1
    const after = texts.indexOf(readFileSync(file, 'utf8'))
    if (after === -1) t.fail('the list is neither the old one nor the new one')
    if (after !== now) tally.written += 1
    now = after
    const drafts = draftsIn(folder)
    tally.left += drafts.length
    if (drafts.length > 1) t.same(drafts, [], 'no more is left than one attempt leaves')
    if (others().join() !== lists.join()) t.same(others(), lists, 'no other file came or went')
    if (round % 10 === 0) readData(dataDir)
  }
  t.comment(`${tally.killed} killed before their end, ${tally.left} left a draft, ${tally.written} had written`)
  t.ok(tally.killed >= kills && tally.left > 0, 'so many were killed, some of them while they wrote')
  await spanOf(importing(1 - now))
  t.equal(readFileSync(file, 'utf8'), texts[1 - now], 'a whole run imports')
  t.same(draftsIn(folder), [])
  readData(dataDir)
})

const reloadKills = budget(3, 60)

t.test(
  `a service killed ${reloadKills} times while it reloads starts again with whole data, and what it left of a build goes`,
  async (t) => {
    const { folder, databasePath, dataDirs } = workplace(t)
    const link = join(dirname(folder), 'served')
    leadTo(dataDirs[0], link)
    const random = chance(seed + 2)
    const where = { NODE_OPTIONS: '', HOST: '127.0.0.1', DATA_DIR: link, DATABASE_PATH: databasePath }
    const versions = await Promise.all(
      dataDirs.map(async (dataDir) => (await verifyDatabase({ dataDir, databasePath })).version),
    )
    let left = 0
    for (let round = 0; round < reloadKills; round += 1) {
      const served = round % 2
      const { child, address, dataset } = await startService(t, where)
      t.equal(dataset, versions[served], 'it serves the data that are there')
      // The process that built for the last one hears of its end at its next pause, and takes its draft with it.
      while (draftsIn(folder).length > 0) await setTimeout(20)
      const response = await fetch(`${address}/v1/certificates/${encodeURIComponent(`居民${pets[served]}证明`)}/status`)
      const answer = (await response.json()) as Answer
      t.match(answer, { match: { item: 'annex-3/4', method: 'exact' }, dataset: { version: dataset } })
      leadTo(dataDirs[1 - served] as string, link)
      child.kill('SIGHUP')
      const ended = killed(child, folder, random, 600)
      // Should the moment not come, since the file was built before anybody looked.
      void setTimeout(5000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))
      await ended
      await held(t, databasePath, dataDirs)
      left += Math.min(draftsIn(folder).length, 1)
    }
    t.comment(`${left} left a draft`)
    // Every third kill or so does. Each takes seconds, and the few of npm test may all miss the moment of writing.
    if (budget(0, 1) === 1) t.ok(left > 0, 'some were killed while they wrote')
  },
)
