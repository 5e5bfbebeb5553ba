import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { run } from '../../src/cli/program.ts'
import { draftBeside } from '../../src/files/drafts.ts'
import { listText } from '../../src/intake/store/list-text.ts'
import { permits } from '../intake/made/lists.ts'
import { simple } from '../intake/made/word.ts'

const good = simple(
  [
    ['1', '甲证明', '民政'],
    ['2', '很长很长很长很长很长很长的证明', '民政'],
  ],
  ['序号', '证明名称', '类别'],
)

async function qingdan(args: readonly string[], env: NodeJS.ProcessEnv = {}, width?: number) {
  let out = ''
  let error = ''
  const code = await run(args, env, {
    ...(width === undefined ? {} : { width }),
    out: (text) => {
      out += text
    },
    error: (text) => {
      error += text
    },
  })
  return { code, out, error }
}

t.test('a slip on the command line is one sentence and exit code 2', async (t) => {
  const at = t.testdir({ 'a.docx': good, lists: { 'annex-5.json': listText(permits) } })
  const file = join(at, 'a.docx')
  const options = ['--list', 'annex-5', '--data', at]
  for (const [args, zh, en] of [
    [[], '请给出命令', 'Name a command'],
    [['frobnicate'], '没有命令', 'unknown command'],
    [['import', ...options], '缺少参数', 'missing required argument'],
    [['import', file], '请用 --list', 'Name the list with --list'],
    [['import', file, '--list'], '缺少值', 'argument missing'],
    [['import', file, '--lits', ...options], '没有选项 --lits', 'unknown option'],
    [['import', file, 'more', ...options], '参数太多', 'too many arguments'],
    [['import', file, ...options, '--grade', 'best'], '值不对', 'Allowed choices'],
    [['import', file, ...options, '--column', '3=frob'], '值不对', 'invalid'],
    [['import', file, '--list', 'annex-9', '--data', at], '没有清单“annex-9”', 'There is no list'],
    [['import', join(at, 'none.docx'), ...options], '找不到', 'cannot be found'],
    [['import', file, '--list', 'annex-5', '--data', join(at, 'none')], '没有清单文件夹', 'There is no folder'],
  ] as const) {
    t.match(await qingdan(args), { code: 2, error: zh })
    t.match(await qingdan([...args, '--lang', 'en']), { code: 2 })
    t.match(await qingdan(args, { LC_ALL: 'en_GB.UTF-8' }), { code: 2, error: en })
  }
})

t.test(
  'an option for a place that is empty, as an unset variable is, is refused and no other place taken',
  async (t) => {
    const at = t.testdir({ 'a.docx': good, lists: { 'annex-5.json': listText(permits) } })
    const file = join(at, 'a.docx')
    for (const [args, option] of [
      [['load', '--data', ''], '--data <DIR>'],
      [['verify', '--data='], '--data <DIR>'],
      [['verify', '--annexes', ''], '--annexes <DIR>'],
      [['load', '--database', ' '], '--database <FILE>'],
      [['import', file, '--list', 'annex-5', '--data', ''], '--data <DIR>'],
      [['export', 'annex-3', '-o', ''], '-o, --output <FILE>'],
      [['audit', 'a.csv', '-o', ''], '-o, --output <FILE>'],
      [['survey', 'a.csv', '-o', ''], '-o, --output <FILE>'],
      [['ledger', 'a.csv', 'b.csv', 'c.csv', '-o', ''], '-o, --output <FILE>'],
    ] as const) {
      t.match(await qingdan(args), { code: 2, out: '', error: `选项的值是空的：${option}。` }, args.join(' '))
      const english = await qingdan([...args, '--lang', 'en'])
      t.match(english, { code: 2, out: '', error: `option '${option}' argument` }, args.join(' '))
      t.match(english.error, 'is invalid. It is empty.')
    }
    const taken = ['import', file, '--list', 'annex-5', '--data', at, '--dry-run']
    t.match(await qingdan(taken), { code: 0 }, 'what is named is taken')
    t.match(await qingdan(['verify', '--data', at], { ANNEX_DIR: '' }), { code: 2, error: /documents\.json/ })
  },
)

t.test('help in both languages, without a path of this machine', async (t) => {
  const zh = await qingdan(['--help'])
  t.match(zh, { code: 0, out: /用法：[\s\S]*命令：/ })
  const en = await qingdan(['import', '--help'], { LC_MESSAGES: 'en' })
  t.match(en, { code: 0, out: /Usage:[\s\S]*Arguments:/ })
  t.notMatch(en.out, process.cwd())
})

t.test('a narrow terminal gets narrow columns, in its own language', async (t) => {
  const at = t.testdir({
    'a.docx': good,
    lists: { 'annex-5.json': listText({ ...permits, items: [{ no: 9, name: '甲证明', from: '2020-01-01' }] }) },
  })
  const args = ['import', join(at, 'a.docx'), '--list', 'annex-5', '--data', at, '--dry-run']
  t.match((await qingdan(args, {}, 40)).out, /很长很长很长很…/)
  const en = await qingdan(args, { LANG: 'en_US' }, 40)
  t.match(en.out, /changed +1 .*number, categor…/)
  t.match(en.out, 'added 1, changed 1, removed 0, unchanged 0')
  t.match(en.out, 'table 1: 1 序号 → number; 2 证明名称 → name; 3 类别 → category')
})

t.test('of many doubts of one kind, twenty are shown and the rest counted', async (t) => {
  const many = simple(Array.from({ length: 25 }, (_, at) => [String(at + 1), `甲${at}证明（不明）`]))
  const at = t.testdir({ 'a b.docx': many, lists: { 'annex-5.json': listText(permits) } })
  const args = ['import', join(at, 'a b.docx'), '--list', 'annex-5', '--data', at]
  t.match(await qingdan(args), {
    code: 2,
    error: /（25 处）[\s\S]*另有 5 处[\s\S]*qingdan import [\s\S]*--brackets T1R26=part/,
  })
  t.match(await qingdan([...args, '--lang', 'en']), { code: 2, error: /\(25 places\)[\s\S]*and 5 more/ })
})

t.test('a list file that cannot be written is said, and is exit code 1', async (t) => {
  const at = t.testdir({ 'a.docx': good, lists: { 'annex-5.json': listText(permits) } })
  const beside = draftBeside(join(at, 'lists/annex-5.json'))
  mkdirSync(beside)
  t.teardown(() => rmSync(beside, { recursive: true, force: true }))
  t.match(await qingdan(['import', join(at, 'a.docx'), '--list', 'annex-5', '--data', at]), {
    code: 1,
    error: /没有写成（E\w+）；原文件未变/,
  })
})

t.test('what does not fit a list file is never written', async (t) => {
  const at = t.testdir({ 'a.docx': good, lists: { 'annex-5.json': listText(permits) } })
  t.match(await qingdan(['import', join(at, 'a.docx'), '--list', 'annex-5', '--data', at, '--date', '2026-13-01']), {
    code: 2,
    error: '值不对',
  })
  t.match(await qingdan(['import', join(at, 'a.docx'), '--list', 'annex-5', '--data', at, '--date', '0026-02-30']), {
    code: 2,
  })
})
