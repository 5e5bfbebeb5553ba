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

t.test('a heading without items is kept as an item or left out, as a person says', async (t) => {
  const bytes = lines('一、协助甲', '二、乙类', '（一）协助乙', '1.协助丙', '三、协助丁')
  t.same(doubts(await read(bytes, tasks)), ['bare-heading', 'bare-heading'])
  t.same(
    itemsOf(await read(bytes, tasks, { keep: ['P1', 'P5'], renumber: true })).map(({ name, category }) => [
      name,
      category,
    ]),
    [
      ['协助甲', undefined],
      ['协助丙', '乙类 / 协助乙'],
      ['协助丁', undefined],
    ],
  )
  t.same(names(await read(bytes, tasks, { skip: ['P1', 'P5'] })), ['协助丙'])
  t.same(
    itemsOf(
      await read(lines('一、甲类', '（一）协助甲', '（二）乙类', '1.协助乙'), tasks, { keep: ['P2'], renumber: true }),
    ).map(({ name, category }) => [name, category]),
    [
      ['协助甲', '甲类'],
      ['协助乙', '甲类 / 乙类'],
    ],
  )
})

t.test('each heading has its own level of items', async (t) => {
  const reading = await read(
    lines('一、甲类', '1.协助甲', '2.协助乙', '二、乙类', '（一）协助丙', '（二）协助丁'),
    tasks,
  )
  t.same(
    itemsOf(reading).map(({ name, category }) => [name, category]),
    [
      ['协助甲', '甲类'],
      ['协助乙', '甲类'],
      ['协助丙', '乙类'],
      ['协助丁', '乙类'],
    ],
  )
  t.ok(noticed(reading).includes('mixed-levels'), 'and that is said')
  t.notOk(noticed(await read(lines('一、甲类', '1.协助甲', '二、乙类', '1.协助丙'), tasks)).includes('mixed-levels'))
})

t.test('what lines below an item say of it', async (t) => {
  const below = ['设定依据：《甲法》', '办理用途：入学', '（1）所需材料：身份证', '例外情形：急用']
  t.match(itemsOf(await read(lines('1.甲证明', ...below, '2.乙证明'))), [
    {
      guide: { basis: '《甲法》', use: '入学', materials: '身份证' },
      exceptions: [{ text: { zh: '清单例外：急用' } }],
    },
    { name: '乙证明' },
  ])
  t.same(doubts(await read(lines('1.甲证明', '满意程度：很高'))), ['odd-paragraph'], 'other labels are not known')
  t.same(doubts(await read(lines('1.甲证明', '证明名称：乙证明'))), ['odd-paragraph'], 'and a name is no detail')
})

t.test('what is not certain stops', async (t) => {
  t.same(doubts(await read(docx(raw(r('1.协助甲', '<w:strike/>'))), tasks)), ['mark-struck'])
  t.same(doubts(await read(lines('1.协助甲', '还有别的内容'), tasks)), ['odd-paragraph'])
  t.same(names(await read(lines('1.协助甲', '还有别的内容'), tasks, { skip: ['P2'] })), ['协助甲'])
  t.same(doubts(await read(lines('1.协助甲', '（1）细目'), tasks)), ['deep-paragraph', 'same-number'])
  t.same(doubts(await read(lines('一、甲类', '二、乙类', '1.协助甲'), tasks)), ['bare-heading'])
  t.same(doubts(await read(lines('1.协助甲；2.协助乙'), tasks)), ['several-names'])
  t.same(
    names(await read(lines('1.协助甲', '平凉市民政局', '2022年5月10日'), tasks)),
    ['协助甲'],
    'a signature is no item',
  )
})
