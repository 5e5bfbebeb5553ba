import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import t from 'tap'
import { usageError } from '../../src/cli/command-words.ts'
import { columnLines, messages, preview } from '../../src/cli/import-report.ts'
import { run, speaking } from '../../src/cli/program.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { say } from '../../src/documents/message.ts'
import type { Report, ReportRow } from '../../src/intake/report.ts'
import { listText } from '../../src/intake/store/list-text.ts'
import { permits } from '../intake/made/lists.ts'
import { simple } from '../intake/made/word.ts'

t.test('what changed, what is open, and what stands nowhere any more', async (t) => {
  const item = { no: 1, name: '甲证明', subNames: ['乙证明'], subNamesOpen: true as const }
  const rows = [
    { status: 'changed', item, fields: ['subNames', 'from'], place: { table: '1', sheet: '清单', row: 2 } },
    { status: 'removed', item: { no: 2, name: '丙证明' }, fields: [] },
  ] as const
  const zh = preview(rows, 'zh', undefined)
  t.match(zh, /改动 {2}1 {5}甲证明 {2}表1（清单） 第2行 {2}所含名称、from （乙证明等）/)
  t.match(zh, /删除 {2}2 {5}丙证明 {2}—/)
})

t.test('below a new or changed row stands what it holds, whole', async (t) => {
  const source = { document: 'law', clause: '一' }
  const long = '长'.repeat(60)
  const rows = [
    {
      status: 'added',
      item: {
        no: 1,
        name: '甲证明',
        category: '民政',
        guide: { use: '入学', basis: long },
        exceptions: [{ text: { zh: '急用', en: 'haste' }, grade: 'official', source }],
      },
      fields: [],
    },
    {
      status: 'changed',
      item: { no: 2, name: '乙证明', board: { place: 'exterior' }, note: { zh: '新', en: 'new' } },
      before: { no: 2, name: '乙证明', from: '2020-01-01', guide: { use: '旧用途' }, note: { zh: '旧', en: 'old' } },
      fields: ['guide', 'board', 'note', 'from'],
    },
    { status: 'unchanged', item: { no: 3, name: '丙证明', guide: { use: '不变' } }, fields: [] },
  ] satisfies ReportRow[]
  const zh = preview(rows, 'zh', undefined)
  t.match(zh, `\n      用途：入学\n      依据：${long}\n      例外：急用（official，law 一）\n`)
  t.match(zh, '用途：旧用途 → （无）')
  t.match(zh, '外部/内部：（无） → exterior')
  t.match(zh, '备注：旧 → 新')
  t.match(zh, 'from：2020-01-01 → （无）')
  t.notMatch(zh, '不变：')
  const en = preview(rows, 'en', undefined)
  t.match(en, 'remark: old → new')
  t.match(en, '\n      exceptions: haste (official, law 一)\n')
  const narrow = preview(rows, 'zh', 40)
  t.equal(narrow.split('\n').join('').replaceAll(' ', '').split('长').length, 61, 'wrapped, and nothing cut')
  t.match(narrow, /\n {8}长+\n/)
})

t.test('columns by headers; those without header and meaning are no columns', async (t) => {
  const table = { kind: 'table', id: '1', name: '清单', widths: [], fixedColumns: true, rows: [] } as const
  const column = { number: 1, from: 0, to: 1 }
  const columns = [
    { ...column, path: ['序号'], field: 'no' },
    { ...column, number: 2, path: ['涉密'] },
    { ...column, path: [], field: 'name' },
    { ...column, path: [] },
  ] as const
  const report = { columns: [{ table, columns }] } as unknown as Report
  t.same(columnLines(report, 'en'), ['table 1 (清单): 1 序号 → number; 2 涉密 → ？; 1 — → name'])
})

t.test('of many messages of one kind, twenty are shown and the rest counted', (t) => {
  const many = Array.from({ length: 23 }, (_, at) => say('x', `甲${at}`, `a${at}`))
  t.equal(messages(many, '注意 ', 'zh').at(-1), '注意 同类还有 3 处')
  t.equal(messages(many, 'note: ', 'en').at(-1), 'note: 3 more of this kind')
  t.equal(messages(many.slice(0, 20), '', 'zh').length, 20)
  t.end()
})

t.test('words that the program does not know pass as they are', async (t) => {
  t.match(usageError(new CommanderError(1, 'commander.other', 'error: something else')), {
    zh: /^something else/,
    en: 'something else See --help.',
  })
  let out = ''
  const terminal: Terminal = {
    language: 'zh',
    environment: {},
    args: [],
    out: (text) => {
      out += text
    },
    error: () => {},
  }
  speaking(new Command('x'), terminal).optionsGroup('Others:').option('--a').outputHelp()
  t.match(out, 'Others:')
})

t.test('a fault of the program is not passed off as the user’s', async (t) => {
  const broken = {
    out: () => {
      throw new TypeError('bug')
    },
    error: () => {},
  }
  await t.rejects(run(['--help'], {}, broken), TypeError)
  const at = t.testdir({ 'a.docx': simple([['1', '甲证明']]), lists: { 'annex-5.json': listText(permits) } })
  await t.rejects(run(['import', join(at, 'a.docx'), '--list', 'annex-5', '--data', at], {}, broken), TypeError)
})
