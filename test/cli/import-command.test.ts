import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { listText } from '../../src/intake/store/list-text.ts'
import { permits, prohibits } from '../intake/made/lists.ts'
import { simple } from '../intake/made/word.ts'

const CLI = fileURLToPath(new URL('../../src/cli/qingdan.ts', import.meta.url))

interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

/** Runs the command as a user would, in a process of its own. */
function qingdan(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [CLI, ...args], { env: { PATH: process.env.PATH, ...env } })
  let out = ''
  let error = ''
  child.stdout.on('data', (piece) => {
    out += piece
  })
  child.stderr.on('data', (piece) => {
    error += piece
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, error })))
}

const good = simple([
  ['1', '甲证明（乙证明）'],
  ['2', '丙证明'],
])
const folder = (t: Tap, files: Record<string, Buffer | string> = {}) =>
  t.testdir({
    '附件5.docx': good,
    data: { lists: { 'annex-3.json': listText(prohibits), 'annex-5.json': listText(permits) } },
    ...files,
  })
type Tap = Pick<typeof t, 'testdir'>
const list = (at: string) => readFileSync(join(at, 'data/lists/annex-5.json'), 'utf8')
const options = (at: string) => ['--list', 'annex-5', '--data', join(at, 'data'), '--date', '2026-11-22']

t.test('the list is written where the service reads it, unless --data names another folder', async (t) => {
  const at = folder(t)
  const before = list(at)
  const other = join(at, 'other')
  cpSync(join(at, 'data'), other, { recursive: true })
  const args = ['import', join(at, '附件5.docx'), '--list', 'annex-5']
  t.match(await qingdan([...args, '--data', join(at, 'data')], { DATA_DIR: other }), { code: 0 })
  const written = list(at)
  t.not(written, before)
  t.equal(readFileSync(join(other, 'lists/annex-5.json'), 'utf8'), before)
  t.match(await qingdan(args, { DATA_DIR: other }), { code: 0 })
  t.equal(readFileSync(join(other, 'lists/annex-5.json'), 'utf8'), written)
})

t.test('a dry run shows what would change and writes nothing', async (t) => {
  const at = folder(t)
  const { code, out, error } = await qingdan(['import', join(at, '附件5.docx'), '--dry-run', ...options(at)])
  t.equal(code, 0)
  t.equal(error, '')
  t.match(out, /新增 {2}1 +甲证明 +表1 第2行 +（乙证明）/)
  t.match(out, '新增 2，改动 0，删除 0，不变 0')
  t.match(out, `预览：${join(at, 'data/lists/annex-5.json')} 未写入。`)
  t.equal(list(at), listText(permits))
})

t.test('an import writes the list, and again changes nothing', async (t) => {
  const at = folder(t)
  t.match(await qingdan(['import', join(at, '附件5.docx'), ...options(at)]), {
    code: 0,
    out: `已写入 ${join(at, 'data/lists/annex-5.json')}（2 项）。`,
  })
  const written = list(at)
  t.match(JSON.parse(written), {
    completeness: 'complete',
    grade: 'official',
    provenance: { file: '附件5.docx', imported: '2026-11-22' },
  })
  t.match(await qingdan(['import', join(at, '附件5.docx'), ...options(at)]), { code: 0, out: /未写入/ })
  t.equal(list(at), written)
  t.same(readdirSync(join(at, 'data/lists')).sort(), ['annex-3.json', 'annex-5.json'])
})

t.test('the options reach the reading', async (t) => {
  const odd = simple(
    [
      ['1', '甲证明', 'x', '是'],
      ['2', '', 'y', ''],
      ['3', '乙证明（丙）', '', ''],
    ],
    ['序号', '开具什么', '依据', '涉密'],
  )
  const at = folder(t, { 'a.docx': odd })
  const args = ['import', join(at, 'a.docx'), ...options(at)]
  const stopped = await qingdan(args)
  t.equal(stopped.code, 2)
  t.match(stopped.error, /停下 不认识的表头[\s\S]*表1 第1行 第4列：“涉密: 是”/)
  t.equal(list(at), listText(permits), 'nothing is written')
  const more = [
    '--column',
    '2=名称',
    '--column',
    'T1C4=ignore',
    '--skip-row',
    't1r3',
    '--brackets',
    't1r4=part',
    '--renumber',
    '--fill-down',
    '--keep-row',
    'T1R2',
    '--completeness',
    'partial',
    '--grade',
    'reference',
    '--accept-annex',
    '--place',
    'interior',
  ]
  t.equal((await qingdan([...args, ...more])).code, 0)
  t.match(JSON.parse(list(at)), {
    completeness: 'partial',
    grade: 'reference',
    items: [
      { no: 1, name: '甲证明' },
      { no: 2, name: '乙证明（丙）' },
    ],
  })
})

t.test('English on request, or where the machine speaks it', async (t) => {
  const at = folder(t)
  const args = ['import', join(at, '附件5.docx'), '--dry-run', ...options(at)]
  t.match((await qingdan(['--lang', 'en', ...args])).out, /added +1 +甲证明 +table 1, row 2/)
  t.match((await qingdan(args, { LANG: 'en_US.UTF-8' })).out, 'Dry run')
  t.match((await qingdan(['--lang=zh', ...args], { LANG: 'en_US.UTF-8' })).out, '预览')
  t.match((await qingdan(['import', '--help'])).out, /用法：[\s\S]*只预览，不写入/)
  t.match((await qingdan(['import', '--help', '--lang', 'en'])).out, /Usage:[\s\S]*write nothing/)
})

t.test('a bad file is one sentence and exit code 2', async (t) => {
  const at = folder(t, { 'a.docx': '%PDF-1.7', 'b.docx': good.subarray(0, 300) })
  for (const name of ['a.docx', 'b.docx']) {
    const { code, out, error } = await qingdan(['import', join(at, name), ...options(at)])
    t.equal(code, 2)
    t.equal(out, '')
    t.equal(error.trim().split('\n').length, 1)
  }
  t.equal(list(at), listText(permits))
})

t.test('a list or recorded names that cannot be read are named, with exit code 2', async (t) => {
  const run = (at: string) => qingdan(['import', join(at, '附件5.docx'), ...options(at)])
  for (const [path, name] of [
    ['data/lists/x.json', 'x.json'],
    ['data/names/x.json', 'names/x.json'],
  ] as const) {
    const at = folder(t)
    mkdirSync(join(at, path), { recursive: true })
    t.match(await run(at), {
      code: 2,
      out: '',
      error: `清单文件 ${name} 无法读取或不合格式，未作任何改动；请先修复。\n`,
    })
    t.equal(list(at), listText(permits))
    rmdirSync(join(at, path))
    mkdirSync(join(at, path.replace('.json', '')), { recursive: true })
    t.match(await run(at), { code: 0, error: '' }, 'a folder of another name is no list')
  }
})

t.test('names are read as the data folder records them, where it records any', async (t) => {
  const unmarried = simple([['1', '未婚证明']])
  const married = { ...prohibits, items: [{ no: 1, name: '婚姻状况证明' }] }
  const names = (text: string) => ({
    'a.docx': unmarried,
    data: {
      lists: { 'annex-3.json': listText(married), 'annex-5.json': listText(permits) },
      names: { 'certificates.json': text },
    },
  })
  const real = readFileSync(fileURLToPath(new URL('../../data/names/certificates.json', import.meta.url)), 'utf8')
  const run = (at: string) => qingdan(['import', join(at, 'a.docx'), '--dry-run', ...options(at)])
  t.match(await run(folder(t, names(real) as never)), { code: 0, out: /“未婚证明”也在意思相反的清单 annex-3/ })
  t.match(await run(folder(t, names('{}') as never)), { code: 2, error: /names\/certificates\.json/ })
})
