import t from 'tap'
import { boards, doubts, itemsOf, names, noticed, permits, read, tasks } from './made/lists.ts'
import { docx, p, simple, tbl } from './made/word.ts'

const one = (name: string, on = permits, options = {}) => read(simple([['1', name]], ['序号', '名称']), on, options)
const split = async (name: string, on = permits) =>
  names(await one(name, on, { split: ['T1R2'], place: 'exterior', acceptAnnex: true }))

t.test('a cell with several names stops with the proposed cut, and the option takes it', async (t) => {
  for (const [cell, ...cut] of [
    ['居住证明、困难证明', '居住证明', '困难证明'],
    ['居住证明；困难证明；孤儿证明', '居住证明', '困难证明', '孤儿证明'],
    ['居住证明，困难证明', '居住证明', '困难证明'],
    ['居住证明/困难证明', '居住证明', '困难证明'],
    ['居住证明 困难证明', '居住证明', '困难证明'],
    ['居住证明和困难证明', '居住证明', '困难证明'],
    ['1.居住证明；2.困难证明', '居住证明', '困难证明'],
    ['居住证明 2、困难证明', '居住证明', '困难证明'],
    ['①居住情况②困难情况', '居住情况', '困难情况'],
    ['居住证明\n困难证明', '居住证明', '困难证明'],
    ['死亡、失踪证明、居住证明', '死亡、失踪证明', '居住证明'],
    ['居住证明（新办、换发）、困难证明', '居住证明（新办、换发）', '困难证明'],
  ] as const) {
    const reading = await one(cell)
    t.same(doubts(reading), ['several-names'], cell)
    t.match(reading.report.doubts[0]?.zh, cut.join(' | ').slice(0, 20), cell)
    if (!cell.includes('新办')) t.same(await split(cell), cut, cell)
  }
  t.same(names(await one('居住证明、困难证明', permits, { keep: ['T1R2'] })), ['居住证明、困难证明'])
})

t.test('one name with a separator inside is one', async (t) => {
  for (const name of [
    '死亡、失踪证明',
    '村（居）民委员会出具的死亡、失踪证明',
    '出 生 证 明',
    '收养登记委托书的证明',
    '居住和收入证明',
  ])
    t.same(names(await one(name)), [name.replaceAll(' ', '')], name)
  t.same(names(await one('协助做好治安、卫生、调解工作', tasks)), ['协助做好治安、卫生、调解工作'])
})

t.test('boards and work are cut alike', async (t) => {
  t.same(doubts(await one('人民调解室、农家书屋', boards, { place: 'interior' })), ['several-names'])
  t.same(await split('村民委员会、村务监督委员会', boards), ['村民委员会', '村务监督委员会'])
  t.same(doubts(await one('1.协助甲；2.协助乙', tasks)), ['several-names'])
  t.same(await split('1.协助甲；2.协助乙', tasks), ['协助甲', '协助乙'])
  const outline = docx(p('1.协助甲；2.协助乙') + p('3.协助丙'))
  t.same(doubts(await read(outline, tasks)), ['several-names', 'missing-number'])
  t.same(names(await read(outline, tasks, { split: ['P1'] })), ['协助甲', '协助乙', '协助丙'])
})

t.test('names that were cut share what stands beside them, and are numbered through', async (t) => {
  const bytes = docx(
    p('保留清单（共3项）') +
      tbl([
        ['序号', '部门', '证明事项名称', '依据'],
        ['1', '民政局', '居住证明、困难证明', '《甲》'],
        ['2', '教育局', '孤儿证明', '《乙》'],
      ]),
  )
  const reading = await read(bytes, permits, { split: ['T1R2'] })
  t.same(
    itemsOf(reading).map(({ no, name, category, guide }) => [no, name, category, guide?.basis]),
    [
      [1, '居住证明', '民政局', '《甲》'],
      [2, '困难证明', '民政局', '《甲》'],
      [3, '孤儿证明', '教育局', '《乙》'],
    ],
  )
  t.ok(noticed(reading).includes('numbered'))
  t.same(doubts(await read(bytes, permits, { split: ['T9R9', 'T1R2'] })), ['unmet-option'])
})
