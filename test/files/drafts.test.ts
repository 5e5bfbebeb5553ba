import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { loadData } from '../../src/catalogue/load-data.ts'
import { draftBeside } from '../../src/files/drafts.ts'
import { replaceByDraft, replaceFile } from '../../src/files/replace-file.ts'
import { reviewedData, writeData } from '../data-folder.ts'

/** No system numbers its processes as high. */
const gone = 2 ** 31 - 1

/** The draft that another process, on this or another machine, would write. */
function draftOf(path: string, pid: number, machine?: string): string {
  const own = draftBeside(path)
  const parts = /^(.+)\.([0-9a-f]{8})\.\d+-\d+\.draft$/.exec(own)
  return `${parts?.[1]}.${machine ?? parts?.[2]}.${pid}-0.draft`
}

function leave(t: Test, path: string, ...drafts: readonly string[]): void {
  for (const draft of drafts) writeFileSync(draft, 'half')
  t.same(readdirSync(dirname(path)).filter((name) => name.includes('draft')).length, drafts.length)
}

t.test('drafts of processes that are gone are removed, with their journals; those of running ones stay', async (t) => {
  const path = join(t.testdir({ '.b.json.00000000.1-0.draft': 'of another file' }), 'a.json')
  const running = draftOf(path, process.ppid)
  const elsewhere = draftOf(path, gone, '00000000')
  const foreign = join(dirname(path), '.a.json.swp')
  for (const draft of [draftOf(path, gone), `${draftOf(path, gone)}-journal`, running, elsewhere, foreign])
    writeFileSync(draft, '')
  draftBeside(path)
  t.same(
    readdirSync(dirname(path)).sort(),
    [basename(running), basename(elsewhere), '.a.json.swp', '.b.json.00000000.1-0.draft'].sort(),
  )
})

t.test('a draft that nobody touched for an hour is removed, whoever wrote it; a younger one is not', async (t) => {
  const path = join(t.testdir(), 'a.json')
  const minutes = (ago: number) => new Date(Date.now() - ago * 60_000)
  for (const [machine, ago] of [
    ['00000000', 61],
    ['11111111', 55],
  ] as const) {
    const draft = draftOf(path, gone, machine)
    writeFileSync(draft, '')
    utimesSync(draft, minutes(ago), minutes(ago))
  }
  draftBeside(path)
  t.match(readdirSync(dirname(path)), [/^\.a\.json\.11111111\./])
  t.equal(readdirSync(dirname(path)).length, 1)
})

t.test('what a process of the same number left in the same place is not written on', async (t) => {
  const path = join(t.testdir(), 'a.json')
  const own = draftBeside(path)
  writeFileSync(own, '')
  writeFileSync(`${own}-journal`, '')
  t.equal(draftBeside(path), own)
  t.same(readdirSync(dirname(path)), [])
})

t.test('a folder that is not there, or a draft that cannot be removed, is left to who writes', async (t) => {
  const path = join(t.testdir(), 'none/a.json')
  t.match(draftBeside(path), /\.draft$/)
  mkdirSync(draftBeside(path), { recursive: true })
  t.equal(dirname(draftBeside(path)), dirname(path))
})

t.test('loading, importing and reporting tidy up before they write', async (t) => {
  const { dataDir, databasePath } = writeData(t, reviewedData())
  leave(t, databasePath, draftOf(databasePath, gone), `${draftOf(databasePath, gone)}-journal`)
  await loadData({ dataDir, databasePath })
  t.same(readdirSync(dirname(databasePath)).sort(), ['data', 'qingdan.sqlite'])
  const list = join(dataDir, 'lists/annex-3.json')
  leave(t, list, draftOf(list, gone))
  await replaceFile(list, '{}')
  t.notMatch(readdirSync(dirname(list)).join(), 'draft')
  const report = join(dirname(databasePath), 'report.csv')
  leave(t, report, draftOf(report, gone))
  await replaceByDraft(report, async (draft) => writeFileSync(draft, 'a'))
  t.same(readdirSync(dirname(report)).sort(), ['data', 'qingdan.sqlite', 'report.csv'])
})
