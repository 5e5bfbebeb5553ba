import t from 'tap'
import { doubts, itemsOf, names, noticed, read, tasks } from './made/lists.ts'
import { docx, numbered, p, r, raw } from './made/word.ts'

const lines = (...texts: string[]) => docx(texts.map((text) => p(text)).join(''))

t.test('a list without a table: headings, numbered paragraphs, the basis in brackets', async (t) => {
  const reading = await read(
    lines(
      '附件2',
      '协助政府工作主要事项清单',
      '一、公共安全',
      '1．协助做好突发事件应对工作。（《突发事件应对法》第二十二条）',
      '2、协助消防宣传；',
      '二、社会救助',
      '３．协助做好社会救助工作。',
      '（《社会救助暂行办法》第四条）',
      '4.调解民间纠纷',
      '依据：《人民调解法》第八条',
      '注：本清单动态调整。',
      '另行通知',
      '平凉市民政局',
    ),
    tasks,
  )
  t.same(
    itemsOf(reading).map((item) => [item.no, item.name, item.category, item.guide?.basis]),
    [
      [1, '协助做好突发事件应对工作', '公共安全', '《突发事件应对法》第二十二条'],
      [2, '协助消防宣传', '公共安全', undefined],
      [3, '协助做好社会救助工作', '社会救助', '《社会救助暂行办法》第四条'],
      [4, '调解民间纠纷', '社会救助', '《人民调解法》第八条'],
    ],
  )
  t.match(reading.report.rows[0], { place: { paragraph: 4 } })
  t.ok(noticed(reading).includes('note-text'))
})

t.test('the numbers may be Word’s own, and lines of one paragraph', async (t) => {
  const numbering = {
    'numbering.xml':
      '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
  }
  t.same(names(await read(docx(p('清单') + p('协助甲', numbered(1)) + p('协助乙', numbered(1)), numbering), tasks)), [
    '协助甲',
    '协助乙',
  ])
  t.same(names(await read(lines('清单', '1.协助甲\n2.协助乙'), tasks)), ['协助甲', '协助乙'])
})

t.test('which level holds the items', async (t) => {
  t.same(
    itemsOf(await read(lines('一、甲类', '（一）协助甲', '（二）协助乙', '二、乙类', '（一）协助丙'), tasks)).map(
      (item) => [item.no, item.category],
    ),
    [
      [1, '甲类'],
      [2, '甲类'],
      [3, '乙类'],
    ],
  )
  t.same(names(await read(lines('一、协助甲', '二、协助乙'), tasks)), ['协助甲', '协助乙'])
  t.same(names(await read(lines('(1) 协助甲', '(2) 协助乙'), tasks)), ['协助甲', '协助乙'])
  t.same(names(await read(lines('①协助甲', '②协助乙'), tasks)), ['协助甲', '协助乙'])
  t.same(itemsOf(await read(lines('一、甲类', '（一）子类', '1.协助甲'), tasks))[0]?.category, '甲类 / 子类')
  t.same(names(await read(lines('第1条 协助甲', '第2条 协助乙'), tasks)), ['协助甲', '协助乙'])
})

t.test('batches without a table', async (t) => {
  t.same(
    itemsOf(await read(lines('清单（第一批）', '1.协助甲', '清单（第二批）', '1.协助乙'), tasks)).map((item) => [
      item.no,
      item.category,
    ]),
    [
      [1, '第一批'],
      [2, '第二批'],
    ],
  )
})

t.test('what is not certain stops', async (t) => {
  t.same(doubts(await read(docx(raw(r('1.协助甲', '<w:strike/>'))), tasks)), ['mark-struck'])
  t.same(doubts(await read(lines('1.协助甲', '还有别的内容'), tasks)), ['odd-paragraph'])
  t.same(names(await read(lines('1.协助甲', '还有别的内容'), tasks, { skip: ['P2'] })), ['协助甲'])
  t.same(doubts(await read(lines('1.协助甲', '（1）细目'), tasks)), ['deep-paragraph', 'same-number'])
  t.same(doubts(await read(lines('一、甲类', '二、乙类', '1.协助甲'), tasks)), ['bare-heading'])
  t.same(names(await read(lines('一、甲类', '二、乙类', '1.协助甲', '三、丙类'), tasks, { keep: ['P1', 'P4'] })), [
    '协助甲',
  ])
  t.same(doubts(await read(lines('1.协助甲；2.协助乙'), tasks)), ['inline-items'])
  t.same(
    names(await read(lines('1.协助甲', '平凉市民政局', '2022年5月10日'), tasks)),
    ['协助甲'],
    'a signature is no item',
  )
})
