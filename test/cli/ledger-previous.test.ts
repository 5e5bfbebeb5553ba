import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openWorkbook } from '../../src/documents/sheet/workbook-table.ts'
import { writeWorkbook } from '../../src/reports/workbook/write-workbook.ts'
import { sheet, workbook } from '../documents/made-workbook.ts'
import { cellsOf } from '../table-rows.ts'
import { qingdan, workplace } from './run-qingdan.ts'

const place = workplace(t)
const path = (name: string) => join(place.folder, name)
const write = (name: string, text: string) => writeFileSync(path(name), text)

type Book = Record<string, string[][]>
async function read(name: string): Promise<Book> {
  const { sheets } = await openWorkbook(readFileSync(path(name)))
  return Object.fromEntries(await Promise.all(sheets.map(async (one) => [one.name, await cellsOf(one)])))
}
const save = (name: string, book: Book) =>
  writeWorkbook(
    {
      title: name,
      day: '2026-09-30',
      sheets: Object.entries(book).map(([name, rows]) => {
        return { name, widths: rows[3]?.map(() => 10) ?? [], headRows: 0, rows: () => rows.map((cells) => ({ cells })) }
      }),
    },
    createWriteStream(path(name)),
  )
const at = (rows: string[][] | undefined, header: string) =>
  rows?.find((row) => row.includes(header))?.indexOf(header) ?? -1
const rowOf = (rows: string[][] | undefined, name: string) => rows?.find((row) => row[1] === name) ?? []
const ledger = (files: readonly string[], ...more: string[]) =>
  qingdan(place, 'ledger', ...files, '--village', '泾滩村', ...more)

write('tasks.csv', '工作事务,交办单位\n人口普查协助,统计局\n打卡,某局\n')
write('boards.csv', '牌子名称,悬挂位置,数量\n村民委员会,室内,1\n村务公开栏,外部,1\n')
const asked = (...rows: string[]) => `材料名称,出具单位,实施部门\n${rows.join('\n')}\n`
write(
  'papers.csv',
  asked(
    '婚姻状况证明,村委会,某银行',
    '无犯罪记录证明,村委会,某局',
    '亲属关系证明,村委会,公证处',
    '身份证,,某局',
    '户口本,,某局',
  ),
)
const files = ['tasks.csv', 'boards.csv', 'papers.csv']

/** What a person does to a sheet: fills cells by header in the row of a name. */
function fill(rows: string[][] | undefined, name: string, cells: Record<string, string>) {
  for (const [header, text] of Object.entries(cells)) rowOf(rows, name)[at(rows, header)] = text
}

t.test('a ledger takes over what was filled in, wherever it was put, and says how each matter stands', async (t) => {
  t.equal(ledger(files, '-o', 'q3.xlsx', '--on', '2026-09-30').code, 1)
  const book = await read('q3.xlsx')
  const papers = book.证明事项 ?? []
  t.match(rowOf(papers, '婚姻状况证明').at(-1), /^C-[0-9a-f]{10}$/)
  fill(papers, '婚姻状况证明', {
    整改措施: '已发函',
    完成时限: '2026年10月底前',
    责任主体: '张三',
    整改备注: '催办一次',
  })
  fill(papers, '无犯罪记录证明', { 整改措施: '已停止' })
  fill(papers, '亲属关系证明', { 完成时限: '年底前', 台账编号: '' })
  fill(papers, '身份证', { '交办（要求）单位': '某办公室', 整改备注: '问过' })
  fill(book.机制牌子, '村民委员会', { 完成时限: '2026-12-31', 核查结论: '我认为可以' })
  // Sorted the other way, a column put in before all others, a row typed by hand, a note that no header is for.
  const [title = [], about = [], counts = [], head = [], ...rows] = papers
  const turned = [['联系电话', '', ...head], ...rows.reverse().map((row) => ['', '', ...row])]
  for (const row of turned) if (row[3] === '婚姻状况证明') row.splice(0, 2, '6123', '无表头')
  const typed = Object.assign(Array<string>(head.length + 2).fill(''), { 5: '口头要求' })
  book.证明事项 = [title, about, counts, ...turned, typed]
  book.随手记 = [['给镇里打过电话', '九月三日']]
  await save('back.xlsx', book)

  write(
    'papers-4.csv',
    asked('婚姻状况证明,村委会,某银行', '亲属关系证明,村委会,公证处', '身份证,,某局', '死亡证明,村委会,某局'),
  )
  const again = ['tasks.csv', 'boards.csv', 'papers-4.csv', '--previous', 'back.xlsx', '--on', '2026-11-22']
  const { code, out, error } = ledger(again, '-o', 'q4.xlsx')
  t.equal(code, 1, error)
  t.match(out, /与上期相比：新增 1；未完成 \d+；已逾期 1；未完成（期限不明） 1；已完成 1；上期留存 \d+/)
  const now = await read('q4.xlsx')
  const said = (name: string, ...headers: string[]) =>
    headers.map((header) => rowOf(now.证明事项, name)[at(now.证明事项, header)])
  t.strictSame(said('婚姻状况证明', '整改状态', '整改措施', '完成时限', '责任主体', '整改备注', '联系电话'), [
    ...['已逾期', '已发函', '2026年10月底前', '张三', '催办一次', '6123'],
  ])
  t.strictSame(
    said('亲属关系证明', '整改状态', '完成时限'),
    ['未完成（期限不明）', '年底前'],
    'matched by what it says',
  )
  t.strictSame(said('死亡证明', '整改状态'), ['新增'])
  t.ok(rowOf(now.证明事项, '婚姻状况证明').includes('无表头'))
  t.strictSame(said('身份证', '整改状态', '整改备注'), ['', '问过'], 'its code finds it, though it was written over')
  const kept = now.上期留存 ?? []
  const why = (text: string) => kept.find((row) => row.includes(text))?.[0]
  t.match(why('无犯罪记录证明'), /^已完成/)
  t.match(why('户口本'), /上期结论无须整改/)
  t.match(why('某办公室'), /^已并入/)
  t.match(why('口头要求'), /^未能对应/)
  t.match(
    kept.find((row) => row.includes('给镇里打过电话')),
    ['未能对应到任何事项', '随手记', '1'],
  )
  t.ok(kept.some((row) => row.includes('九月三日')))
  t.match(why('我认为可以'), /^已并入/, 'what was written over a conclusion is kept')
  t.equal(rowOf(now.机制牌子, '村民委员会')[at(now.机制牌子, '整改状态')], '未完成')
  t.notOk(
    kept.some((row) => row.join('').startsWith('填报人')),
    'what the program printed itself is not kept',
  )

  t.test('what was kept once goes on being kept as it was, and an unchanged ledger carries all', async (t) => {
    const once = ['tasks.csv', 'boards.csv', 'papers-4.csv', '--previous', 'q4.xlsx', '--on', '2026-11-22']
    t.match(ledger(once, '-o', 'q5.xlsx').out, `上期留存 ${kept.length - 3}\n`)
    const next = await read('q5.xlsx')
    t.strictSame(next.上期留存, kept)
    t.equal(rowOf(next.证明事项, '婚姻状况证明')[at(next.证明事项, '联系电话')], '6123')
  })
})

t.test('what is no longer there is done, what is there under another department is asked', async (t) => {
  ledger(files, '-o', 'a.xlsx', '--on', '2026-09-30')
  const book = await read('a.xlsx')
  // The row of one paper was copied and written over: its code names another.
  const own = rowOf(book.证明事项, '婚姻状况证明')
  const copy = [...own]
  copy[1] = '收养证明'
  book.证明事项?.push(copy)
  await save('b.xlsx', book)
  write('boards-4.csv', '牌子名称,悬挂位置,数量\n村民委员会,外部,1\n村务公开栏,外部,1\n')
  write('papers-5.csv', asked('婚姻状况证明,村委会,另一银行', '婚姻状况证明,村委会,另一银行'))
  const rest = ['--previous', 'b.xlsx', '--on', '2026-11-22', '--lang', 'en']
  const { out, error } = ledger(['tasks.csv', 'boards-4.csv', 'papers-5.csv', ...rest], '-o', 'c.xlsx')
  t.match(out, /Beside the ledger before: new \d+; open \d+; done \d+; Kept from before \d+/, error)
  const now = await read('c.xlsx')
  const kept = now['Kept from before'] ?? []
  t.match(kept.find((row) => row.includes('婚姻状况证明'))?.[0], /^ask:/)
  t.match(kept.find((row) => row.includes('收养证明'))?.[0], /^done:/)
  t.equal(rowOf(now.Boards, '村民委员会')[at(now.Boards, 'standing')], 'done', 'it hangs in its place now')
  const codes = now.Certificates?.filter((row) => row[1] === '婚姻状况证明').map((row) => row.at(-1))
  t.equal(new Set(codes).size, 2, 'two rows that say the same have codes of their own')
})

t.test('a ledger of which nothing is left to keep has no sheet for it', async (t) => {
  ledger(files, '-o', 'd.xlsx', '--on', '2026-11-22')
  t.equal(ledger([...files, '--previous', 'd.xlsx', '--on', '2026-11-22'], '-o', 'e.xlsx').code, 1)
  t.notOk((await read('e.xlsx')).上期留存)
})

t.test('what is no ledger, too long a one and a hidden sheet are told', async (t) => {
  const before = (name: string) => ledger([...files, '--previous', name], '-o', 'f.xlsx')
  t.match(before('boards.csv'), { code: 2, error: 'boards.csv：没有找到台账的表头' })
  write('long.csv', `工作事务,核查结论\n${'某事,须核实\n'.repeat(20_000)}`)
  t.match(before('long.csv').error, '一份台账不得超过 20000 行。')
  t.match(ledger([...files, '--previous', 'f.xlsx'], '-o', 'f.xlsx').error, '输出文件不能就是输入文件')
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const rows = sheet(`<row>${cell('工作事务')}${cell('核查结论')}</row><row>${cell('打卡')}${cell('须核实')}</row>`)
  const sheets = '<sheet name="甲" sheetId="1" r:id="r1"/><sheet name="乙" state="hidden" sheetId="2" r:id="r2"/>'
  writeFileSync(path('hidden.xlsx'), await workbook({ sheets, sheet: rows, second: rows }))
  t.match(before('hidden.xlsx').error, '上期台账中隐藏的工作表没有读：乙')
})
