import t from 'tap'
import { boards, doubts, itemsOf, names, noticed, permits, read, tasks } from './made/lists.ts'
import { grid, xlsx } from './made/sheet.ts'
import { docx, p, r, raw, tbl, top, tr, under, wide } from './made/word.ts'

const HEAD = ['序号', '证明事项名称']
const guide = (name: string) => [
  ['证明名称', name],
  ['设定依据', '《条例》'],
  ['申请材料', '身份证'],
  ['办理时限', '当场办结'],
]
const lines = (...texts: string[]) => docx(texts.map((text) => p(text)).join(''))

t.test('a table of labels and texts is the guide of one certificate', async (t) => {
  const bytes = docx(
    tbl([tr([wide('居住证明办事指南', 2)]), ...guide('居住证明')]) +
      p('样表') +
      tbl([['兹证明'], ['特此证明']]) +
      tbl([
        ...guide('困难证明'),
        ['申请条件', '低收入'],
        ['服务对象', '居民'],
        ['收费标准', '不收费'],
        ['办理地点', '村委会'],
        ['办理时间', '工作日'],
        ['咨询电话', '0933'],
        ['有效期', '三个月'],
      ]),
  )
  const reading = await read(bytes)
  t.match(itemsOf(reading), [
    { no: 1, name: '居住证明', guide: { basis: '《条例》', materials: '身份证', timeLimit: '当场办结' } },
    {
      no: 2,
      name: '困难证明',
      guide: {
        conditions: '低收入',
        applicants: '居民',
        fee: '不收费',
        office: '村委会',
        phone: '0933',
        validity: '三个月',
      },
    },
  ])
  t.match(reading.report.rows[0], { place: { table: '1', row: 2, lastRow: 5 } })
  t.ok(noticed(reading).includes('not-read'), 'the form between them')
})

t.test('guides in one table, and named by a title row, a heading or a line above', async (t) => {
  const nameless = guide('x').slice(1)
  t.same(names(await read(docx(tbl([...guide('居住证明'), ...guide('困难证明')])))), ['居住证明', '困难证明'])
  t.same(
    names(
      await read(
        docx(tbl([tr([wide('一、居住证明办事指南', 2)]), ...nameless, tr([wide('二、困难证明', 2)]), ...nameless])),
      ),
    ),
    ['居住证明', '困难证明'],
  )
  t.same(names(await read(docx(p('一、居住证明') + tbl(nameless) + p('二、困难证明') + tbl(nameless)))), [
    '居住证明',
    '困难证明',
  ])
  t.same(doubts(await read(docx(tbl(nameless)))), ['no-name'])
  t.same(doubts(await read(docx(tbl([tr([wide('办事指南', 2)]), ...nameless])))), ['no-name'])
  t.same(
    names(
      await read(
        docx(
          tbl([
            tr(['证明名称', '居住证明', '办理时限', '即办']),
            ['设定依据', '《条例》', '申请材料', '身份证'],
            ['办理流程', '申请', '收费', '无'],
          ]),
        ),
      ),
    ),
    ['居住证明'],
  )
  const tall = docx(
    tbl([
      tr([top('基本信息'), '证明名称', '居住证明']),
      tr([under(), '设定依据', '《条例》']),
      tr([under(), '申请材料', '身份证']),
      tr([under(), '办理时限', '']),
    ]),
  )
  t.match(await read(tall), {})
  t.same(doubts(await read(docx(tbl([...guide('居住证明'), ['温馨提醒栏', '带伞'], ['空栏', '']])))), ['unknown-label'])
  t.match(itemsOf(await read(docx(tbl([...guide('居住证明'), ['温馨提醒栏', '带伞']])), permits, { keep: ['T1R5'] })), [
    { name: '居住证明' },
  ])
  t.match(itemsOf(await read(docx(tbl([...guide('居住证明'), ['收费', '无']])), permits, { skip: ['T1R5'] })), [
    { guide: { fee: undefined } },
  ])
  t.same(
    doubts(
      await read(
        docx(
          tbl([
            ...guide('居住证明'),
            tr(['办理流程', `<w:tc>${raw('<w:r><w:drawing><a:blip/></w:drawing></w:r>')}</w:tc>`]),
          ]),
        ),
      ),
    ),
    ['mark-picture'],
  )
  t.same(doubts(await read(docx(tbl([['兹证明'], ['特此证明']])))), ['unknown-table'], 'a form alone is no list')
})

t.test('guides as sub-headings', async (t) => {
  const one = (title: string) => [
    title,
    '1.设定依据',
    '《条例》',
    '2.申请材料',
    '（1）身份证',
    '（2）户口本',
    '3.办理时限：当场办结',
  ]
  const bytes = lines(
    '附件5',
    '一、民政部门',
    ...one('（一）居住证明'),
    '注：另行通知',
    '兹证明张三',
    '村委会（盖章）',
    '二、公安部门',
    ...one('（一）困难证明'),
  )
  t.match(itemsOf(await read(bytes)), [
    { name: '居住证明', category: '民政部门', guide: { basis: '《条例》', timeLimit: '当场办结' } },
    { name: '困难证明', category: '公安部门' },
  ])
  const plain = lines(...one('居住证明办事指南'), ...one('困难证明办事指南'))
  t.match(itemsOf(await read(plain)), [
    {
      no: 1,
      name: '居住证明',
      guide: { basis: '《条例》', materials: '（1）身份证\n（2）户口本', timeLimit: '当场办结' },
    },
    { no: 2, name: '困难证明' },
  ])
  const byName = ['事项名称：居住证明', '设定依据：', '《条例》', '申请材料：身份证']
  t.match(itemsOf(await read(lines(...byName, '事项名称：困难证明', '设定依据：', '《办法》', '申请材料：身份证'))), [
    { name: '居住证明', guide: { basis: '《条例》' } },
    { name: '困难证明', guide: { basis: '《办法》' } },
  ])
  t.match(itemsOf(await read(lines(...one('居住证明')), permits, { skip: ['P6'] })), [
    { guide: { materials: '（1）身份证' } },
  ])
  t.same(doubts(await read(lines(...one('一、居住证明'), '二、其他事项'))), ['odd-paragraph'])
})

t.test('ticks under 外部 and 内部, under 保留 and 取消', async (t) => {
  const ticks = (...rows: string[][]) =>
    docx(tbl([tr([top('序号'), top('牌子名称'), wide('位置', 2)]), tr([under(), under(), '外部', '内部']), ...rows]))
  const sides = async (bytes: Buffer) => itemsOf(await read(bytes, boards)).map(({ board }) => board?.place)
  t.same(await sides(ticks(['1', '甲委员会', '√', ''], ['2', '乙室', '□', '☑'])), ['exterior', 'interior'])
  t.same(
    await sides(
      docx(
        tbl([
          ['序号', '牌子名称', '外部', '内部'],
          ['1', '甲委员会', '√', ''],
          ['2', '乙室', '', '√'],
        ]),
      ),
    ),
    ['exterior', 'interior'],
  )
  t.same(doubts(await read(ticks(['1', '甲委员会', '√', '√']), boards)), ['no-place'])
  const kept = (first: string, second: string) =>
    docx(
      tbl([
        [...HEAD, '保留', '取消'],
        ['1', '甲证明', first, second],
      ]),
    )
  t.same(doubts(await read(kept('√', ''))), [])
  t.same(doubts(await read(kept('', '√'))), ['contrary'])
  t.match(
    itemsOf(
      await read(
        docx(
          tbl([
            ['序号', '牌子名称', '位置', '颜色', '数量'],
            ['1', '甲室', '内部', '红底', '1块'],
          ]),
        ),
        boards,
      ),
    ),
    [{ board: { place: 'interior', colour: '红底', quantity: '1块' } }],
  )
})

t.test('1-1, 1-2, 2-1 number within groups', async (t) => {
  const of = (...nos: string[]) => read(docx(tbl([HEAD, ...nos.map((no, at) => [no, `甲${at}证明`])])))
  const reading = await of('1-1', '1-2', '2-1')
  t.same(
    itemsOf(reading).map(({ no }) => no),
    [1, 2, 3],
  )
  t.ok(noticed(reading).includes('renumbered'))
  t.same(doubts(await of('1-1', '1-3')), ['missing-number'])
  t.same(doubts(await of('1-1', '3-1')), ['missing-number'])
  t.same(doubts(await of('1-1', '2')), ['no-number'], 'all of them, or none')
})

t.test('a department as a plain line above each table, as the name of a sheet, or one letter a line', async (t) => {
  const table = (name: string) => tbl([HEAD, ['1', name]])
  const categories = async (bytes: Buffer, name?: string) =>
    itemsOf(await read(bytes, permits, {}, name)).map(({ category }) => category)
  t.same(await categories(docx(p('区民政局') + table('甲证明') + p('区教育局') + table('乙证明'))), [
    '区民政局',
    '区教育局',
  ])
  t.same(await categories(docx(p('平凉市民政局') + table('甲证明'))), [undefined], 'one alone issued the list')
  t.same(await categories(docx(p('区民政局') + table('甲证明') + p('如下') + table('乙证明'))), [undefined, undefined])
  const sheets = (first: string, second: string) =>
    xlsx([
      { name: first, rows: grid([HEAD, ['1', '甲证明']]) },
      { name: second, rows: grid([HEAD, ['1', '乙证明']]) },
    ])
  t.same(await categories(sheets('民政局', '公安'), '附件5.xlsx'), ['民政局', '公安'])
  t.same(await categories(sheets('Sheet1', '公安'), '附件5.xlsx'), [undefined, undefined])
  const narrow = docx(
    tbl([
      ['序号', '部门', '证明事项名称'],
      ['1', '民\n政\n局', '甲证明'],
      ['2', '区\n民政', '乙证明'],
    ]),
  )
  t.same(await categories(narrow), ['民政局', '区 / 民政'])
})

t.test('a sentence that goes on in the next paragraph', async (t) => {
  t.same(names(await read(lines('1.协助做好治安、', '卫生工作', '2.协助乙'), tasks)), [
    '协助做好治安、卫生工作',
    '协助乙',
  ])
  t.same(names(await read(lines('1.协助做好治安（含巡逻', '、值守）工作'), tasks)), [
    '协助做好治安（含巡逻、值守）工作',
  ])
  t.same(doubts(await read(lines('1.协助做好治安工作', '卫生工作'), tasks)), ['odd-paragraph'])
  t.same(doubts(await read(lines('1.协助做好治安、', '依据：《法》', '卫生工作'), tasks)), ['odd-paragraph'])
})

t.test('（含补缴） belongs to the name', async (t) => {
  t.same(names(await read(docx(tbl([HEAD, ['1', '缴费证明（含补缴）'], ['2', '社保（含补缴）证明']])))), [
    '缴费证明（含补缴）',
    '社保（含补缴）证明',
  ])
  t.same(doubts(await read(docx(tbl([HEAD, ['1', '缴费证明（含补缴、欠缴）']])))), ['bracket'])
})

t.test('tabs are columns where a header says what they hold', async (t) => {
  const tabbed = (...pieces: string[]) => raw(pieces.map((piece) => r(piece)).join('<w:r><w:tab/></w:r>'))
  const body = [tabbed('序号', '证明名称', '依据'), tabbed('1', '居住证明', '《条例》'), tabbed('2', '困难证明')].join(
    '',
  )
  const reading = await read(docx(p('附件5') + body + p('注：无')))
  t.match(itemsOf(reading), [
    { no: 1, name: '居住证明', guide: { basis: '《条例》' } },
    { no: 2, name: '困难证明' },
  ])
  t.match(reading.report.rows[0], { place: { paragraph: 3 } })
  t.same(names(await read(docx(p('附件5') + body), permits, { skip: ['P4'], renumber: true })), ['居住证明'])
  t.same(doubts(await read(docx(tabbed('1.', '居住证明', '《条例》')))), ['tabbed'])
  t.same(
    names(await read(docx(tabbed('1.', '居住证明') + tabbed('2.', '困难证明')))),
    ['居住证明', '困难证明'],
    'the tab behind a number',
  )
  t.same(doubts(await read(docx(body.slice(0, body.indexOf('</w:p>') + 6)))), ['no-list'], 'a header alone')
})
