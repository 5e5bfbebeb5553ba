import t from 'tap'
import { stanceOf } from '../../src/intake/judge/stance.ts'
import { boards, doubts, itemsOf, names, noticed, permits, prohibits, read, tasks } from './made/lists.ts'
import { grid, xlsx } from './made/sheet.ts'
import { docx, p, simple, tbl, tr, wide } from './made/word.ts'

const HEAD = ['序号', '证明事项名称']
const KEPT = '平凉市各部门拟保留的基层群众性自治组织出具证明事项清单'
const list = (...of: string[]) => tbl([HEAD, ...of.map((name, at) => [String(at + 1), name])])

t.test('what a title or heading says of what stands below it', (t) => {
  for (const text of [
    '不应由村（社区）出具证明事项清单',
    '取消清单',
    '不再保留的证明',
    '禁止类证明事项',
    '负面清单',
    '不出具',
  ])
    t.equal(stanceOf(text), 'no', text)
  for (const text of [KEPT, '可以出具的证明', '清理规范后保留的证明事项', '确需出具的证明'])
    t.equal(stanceOf(text), 'yes', text)
  for (const text of ['保留和取消的证明事项', '取消、保留清单']) t.equal(stanceOf(text), 'both', text)
  for (const text of ['民政部门', '不动产登记中心', '不能自理人员', '取消监护资格', '撤销婚姻', '取消后的办理方式'])
    t.equal(stanceOf(text), undefined, text)
  t.end()
})

t.test('a second annex in the file is never read into the list; one part is read where it is named', async (t) => {
  const both = docx(
    p('附件5') + p(KEPT) + list('甲证明') + p('附件四：') + p('不应由村出具证明事项清单') + list('乙证明', '丙证明'),
  )
  const reading = await read(both)
  t.same(doubts(reading), ['several-parts'])
  t.match(reading.report.doubts[0]?.zh, '--part 附件5')
  const five = await read(both, permits, { part: '附件五' })
  t.same(names(five), ['甲证明'])
  t.ok(noticed(five).includes('other-parts'))
  t.same(names(await read(both, { ...prohibits, id: 'annex-4', annex: 4 }, { part: '4' })), ['乙证明', '丙证明'])
  t.same(doubts(await read(both, permits, { part: '附件4' })), ['other-annex', 'other-effect'])
  t.same(doubts(await read(both, permits, { part: '附件6' })), ['no-part'])
  t.same(
    doubts(await read(both, { ...permits, annex: 7 }, {}, '附件7.docx')),
    ['several-parts'],
    'none of them is annex 7',
  )
  t.same(names(await read(docx(p('附件5') + list('甲证明') + p('附件5（续）') + tbl([HEAD, ['2', '乙证明']])))), [
    '甲证明',
    '乙证明',
  ])
})

t.test('a table of contents and a cited attachment begin no part', async (t) => {
  const bytes = docx(
    p('附件：1.履行职责事项清单') +
      p('附件2 协助事项清单') +
      p('附件5') +
      p(KEPT) +
      p('附件3、附件4所列的另行公布') +
      list('甲证明'),
  )
  t.same(names(await read(bytes)), ['甲证明'])
})

t.test('an attachment number in Chinese numerals counts, and so does that of the file’s name', async (t) => {
  const of = (line: string, name?: string) => read(docx(p(line) + list('甲证明')), permits, {}, name)
  for (const line of ['附件二：', '附件2', '（附件2）', '附件（二）', '附件第2'])
    t.same(doubts(await of(line)), ['other-annex'], line)
  for (const line of ['附件五', '附件５', '【附件5】', '附件一览', '附件2024年'])
    t.same(doubts(await of(line)), [], line)
  t.same(doubts(await of('清单', '附件4.docx')), ['other-annex'])
  t.same(doubts(await of('附件5', '附件4.docx')), [], 'what is printed comes first')
})

t.test('sheets are parts, and the name of one may say the contrary', async (t) => {
  const rows = (name: string) => grid([HEAD, ['1', name]])
  const bytes = xlsx([
    { name: '取消清单', rows: rows('甲证明') },
    { name: '保留清单', rows: rows('乙证明') },
  ])
  t.same(doubts(await read(bytes, permits, {}, '附件5.xlsx')), ['contrary-sheet'])
  t.same(names(await read(bytes, permits, { part: '保留清单' }, '附件5.xlsx')), ['乙证明'])
  t.same(names(await read(bytes, permits, { skip: ['T1'] }, '附件5.xlsx')), ['乙证明'])
  t.same(doubts(await read(bytes, permits, { acceptAnnex: true }, '附件5.xlsx')), [])
  t.same(
    doubts(
      await read(
        xlsx([
          { name: '附件5', rows: rows('甲证明') },
          { name: '附件4', rows: rows('乙证明') },
        ]),
        permits,
        {},
        '附件.xlsx',
      ),
    ),
    ['several-parts'],
  )
  const inRow = xlsx([
    { name: '一', rows: grid([['附件4'], HEAD, ['1', '甲证明']]) },
    { name: '二', rows: grid([['附件5'], HEAD, ['1', '乙证明']]) },
  ])
  t.same(names(await read(inRow, permits, { part: '附件5' }, '附件.xlsx')), ['乙证明'])
})

t.test('a heading, a group row, a category, a state or a remark that says the contrary stops', async (t) => {
  const heading = docx(
    ['一、保留的证明事项', '1.甲证明', '二、不再出具的证明事项', '1.乙证明'].map((text) => p(text)).join(''),
  )
  t.same(doubts(await read(heading)), ['contrary'])
  t.same(names(await read(heading, permits, { skip: ['P4'] })), ['甲证明'], 'with its items its heading goes')
  t.same(names(await read(heading, permits, { keep: ['P4'] })), ['甲证明', '乙证明'])
  t.same(doubts(await read(heading, prohibits)), ['contrary'], 'and on a list that says no, the other one')
  const group = docx(tbl([HEAD, ['1', '甲证明'], tr([wide('二、取消事项', 2)]), ['2', '乙证明']]))
  t.same(doubts(await read(group)), ['contrary'])
  const column = (header: string, value: string, of = permits) =>
    read(simple([['1', '甲证明', value]], [...HEAD, header]), of)
  for (const [header, value] of [
    ['类别', '取消'],
    ['备注', '不再出具'],
    ['备注', '自2024年起取消'],
    ['备注', '2023年12月31日起停止村级出具'],
    ['办理用途', '已取消'],
    ['处理意见', '取消'],
    ['是否保留', '否'],
    ['是否取消', '是'],
  ] as const)
    t.same(doubts(await column(header, value)), ['contrary'], `${header} ${value}`)
  for (const [header, value] of [
    ['类别', '保留'],
    ['备注', '未列入清单的不得要求出具'],
    ['备注', '取消后的事项另行公布'],
    ['备注', '不得收费'],
    ['处理意见', '保留'],
    ['是否保留', '是'],
    ['是否取消', '否'],
    ['是否保留', '保留（暂定）'],
    ['设定依据', '《关于取消部分证明的通知》'],
  ] as const)
    t.same(doubts(await column(header, value)), [], `${header} ${value}`)
  t.same(doubts(await column('备注', '仍可由村委会出具', prohibits)), ['contrary'])
  t.same(doubts(await column('备注', '应由公安机关出具', prohibits)), [])
  t.same(doubts(await column('备注', '不应出具', prohibits)), [])
  t.same(doubts(await column('类别', '保留', prohibits)), ['contrary'])
})

t.test('a name that is a rule against itself stops, a paper about something forbidden does not', async (t) => {
  const of = async (name: string, on = permits) => doubts(await read(simple([['1', name]]), on, { acceptAnnex: true }))
  t.same(await of('不再出具居住证明'), ['contrary'])
  t.same(await of('取消监护资格证明'), [])
  t.same(await of('摘除农家书屋', boards), ['contrary', 'no-place'].slice(0, 1))
  t.same(await of('不再承担台账工作', tasks), ['contrary'])
  t.same(await of('不再出具居住证明', prohibits), [])
})

t.test('a note, a later title and a row above a later header that say the contrary stop', async (t) => {
  const after = async (...lines: string[]) =>
    doubts(await read(docx(list('甲证明', '乙证明') + lines.map((text) => p(text)).join(''))))
  t.same(await after('注：第2项自2024年起取消'), ['contrary'])
  t.same(await after('注：1.甲', '2.第2项不再出具'), ['contrary'])
  t.same(await after('第2项自2024年起取消'), ['contrary'])
  t.same(await after('取消的证明事项清单'), ['contrary'])
  t.same(await after('注：未纳入本清单的证明，一律不得要求出具。'), [])
  t.same(doubts(await read(docx(tbl([HEAD, ['1', '甲证明'], tr([wide('注：甲证明已取消', 2)])])))), ['contrary'])
  t.same(doubts(await read(docx(list('甲证明') + tbl([tr([wide('取消的证明事项清单', 2)]), HEAD, ['2', '乙证明']])))), [
    'contrary',
  ])
  t.same(
    doubts(await read(docx(list('甲证明') + tbl([HEAD, tr([wide('取消事项清单（第二批）', 2)]), ['1', '乙证明']])))),
    ['contrary'],
  )
  const outline = ['保留清单（第一批）', '1.甲证明', '取消清单（第二批）', '1.乙证明', '注：乙证明已取消']
  t.same(doubts(await read(docx(outline.map((text) => p(text)).join('')))), ['contrary', 'contrary'])
  t.same(
    doubts(await read(docx(p('附件5') + p(KEPT) + p('取消部分') + list('甲证明')))),
    ['contrary'],
    'a line beside the title',
  )
})

t.test('a title that says both, or speaks of the other duties, stops', async (t) => {
  const titled = async (title: string, on = permits, name = '甲证明') =>
    doubts(
      await read(
        docx(
          p(title) +
            tbl([
              ['序号', '名称'],
              ['1', name],
            ]),
        ),
        on,
      ),
    )
  t.same(await titled('保留和取消证明事项清单'), ['other-effect'])
  t.same(await titled('依法履行职责事项清单', tasks, '协助甲'), ['other-effect'])
  t.same(await titled('协助政府工作事项清单', { ...tasks, effect: 'own_duty' }, '协助甲'), ['other-effect'])
  t.same(await titled('履行职责和协助政府工作事项清单', tasks, '协助甲'), [])
  t.same(await titled('村级组织负面事项清单', tasks, '协助甲'), ['other-effect'])
  t.same(itemsOf(await read(docx(p(KEPT) + list('甲证明')))).length, 1)
})
