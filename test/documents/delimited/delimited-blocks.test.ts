import t from 'tap'
import { doubts, itemsOf, names, noticed, permits, read } from '../../intake/made/lists.ts'

const one = (bytes: Buffer, options = {}) => read(bytes, permits, options, '附件.CSV')
const text = '附件5,\n序号,证明名称\n1,甲证明\n2,"乙\n证明"\n'

t.test('a CSV file is one table, its rows numbered as a spreadsheet shows them', async (t) => {
  const reading = await one(Buffer.from(text))
  t.same(names(reading), ['甲证明', '乙证明'])
  t.match(reading.report.rows, [{ place: { row: 3 } }, { place: { row: 4 } }])
  t.same(names(await one(Buffer.from('\n\n序号,证明名称,\n\n1,甲证明\n'))), ['甲证明'], 'short and empty lines')
})

t.test('a CSV file of one column has a cell in each line', async (t) => {
  const reading = await one(Buffer.from('证明名称\n甲证明\n乙证明\n'))
  t.same(names(reading), ['甲证明', '乙证明'])
  t.match(reading.report.notices.find((said) => said.code === 'csv-encoding')?.zh, /每行一格/)
})

t.test('in UTF-8, UTF-8 with a mark, GB18030 and UTF-16; anything else is refused', async (t) => {
  t.same(names(await one(Buffer.from(`\ufeff${text}`))), ['甲证明', '乙证明'])
  const gb = Buffer.from('d0f2bac52cd6a4c3f7c3fbb3c60a312cbcd7d6a4c3f70a', 'hex')
  const reading = await one(gb)
  t.same(names(reading), ['甲证明'])
  t.match(reading.report.notices.find((said) => said.code === 'csv-encoding')?.zh, /GB18030/)
  t.same(names(await one(Buffer.from(`\ufeff${text}`, 'utf16le'))), ['甲证明', '乙证明'])
  t.same(names(await one(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())), ['甲证明', '乙证明'])
  t.same(doubts(await one(Buffer.from([0xff, 0xff, 0x80, 0x0a]))), ['unknown-encoding'])
  t.same(doubts(await one(Buffer.from('序号\0,证明名称'))), ['unknown-encoding'])
})

t.test('separated by commas, semicolons or tabs', async (t) => {
  for (const separator of [',', ';', '\t'])
    t.same(names(await one(Buffer.from(`序号,证明名称\n1,甲证明\n`.replaceAll(',', separator)))), ['甲证明'])
})

t.test('an unmatched quote, or a monstrous table, is refused', async (t) => {
  t.same(doubts(await one(Buffer.from('序号,证明名称\n1,"甲证明\n'))), ['broken-csv'])
  t.same(doubts(await one(Buffer.from(','.repeat(600)))), ['too-large'])
  t.same(doubts(await one(Buffer.from('1\n'.repeat(50_001)))), ['too-large'])
})

t.test('a lost merge is doubted, and carried down on request', async (t) => {
  const bytes = Buffer.from('部门,序号,证明名称\n民政局,1,甲证明\n,2,乙证明\n')
  t.same(doubts(await one(bytes)), ['no-category'])
  t.same(
    itemsOf(await one(bytes, { fillDown: true })).map((item) => item.category),
    ['民政局', '民政局'],
  )
})

t.test('control characters that could forge a terminal are gone', async (t) => {
  t.same(names(await one(Buffer.from('序号,证明名称\n1,甲\u001b[31m证明\u202e\n'))), ['甲[31m证明'])
  t.notOk(noticed(await one(Buffer.from(text))).includes('duplicate'))
})
