import t from 'tap'
import type { ImportOptions } from '../../src/intake/options.ts'
import { effectOfTitle, kindOfTitle } from '../../src/intake/place/kind-and-effect.ts'
import type { Given } from '../../src/intake/place/new-list.ts'
import { placeWithAbove } from '../../src/intake/place/place-asked.ts'
import { beforeDay, dayAlone, inForceFrom } from '../../src/intake/place/printed-day.ts'
import { type PlaceReading, readPlaceAnnex } from '../../src/intake/place/read-place-annex.ts'
import type { Document } from '../../src/lists/document.ts'
import type { ListFile } from '../../src/lists/list.ts'
import { reviewedData } from '../data-folder.ts'
import { certificates, placeAnnex } from './made/place-annex.ts'
import { grid, xlsx } from './made/sheet.ts'
import { docx, p, tbl, tr, wide } from './made/word.ts'

const { regions } = reviewedData()
const divisions = { regions: regions.regions, replaced: regions.replaced }

interface Asked {
  readonly region?: string
  readonly given?: Given
  readonly lists?: readonly ListFile[]
  readonly documents?: readonly Document[]
  readonly options?: ImportOptions
  readonly file?: string
}

const read = (
  bytes: Buffer,
  { region = '610102', given = {}, lists = [], documents = [], options = {}, file = '附件1.docx' }: Asked = {},
) =>
  readPlaceAnnex(
    bytes,
    { place: placeWithAbove(divisions, region), lists, documents, file, given },
    { date: '2026-12-01', ...options },
  )

const codes = ({ report }: PlaceReading) => report.doubts.map(({ code }) => code)
const values = ({ facts = {} }: PlaceReading) =>
  Object.fromEntries(Object.entries(facts).map(([field, fact]) => [field, fact.value]))

t.test('a title says of which kind a list is and what it means', (t) => {
  for (const [title, kind, effect] of [
    ['某区不应由村（居）民委员会出具证明事项清单', 'certificate', 'prohibits'],
    ['某区村（社区）不得出具的证明事项目录', 'certificate', 'prohibits'],
    ['某区取消村级组织证明事项清单', 'certificate', 'prohibits'],
    ['某区村级组织证明事项负面清单', 'certificate', 'prohibits'],
    ['某区保留村（社区）证明事项清单', 'certificate', 'permits'],
    ['某区村级组织可以出具的证明事项清单', 'certificate', 'permits'],
    ['某区村级组织出具证明事项清单', 'certificate', 'permits'],
    ['某区村级组织证明出具事项清单', 'certificate', 'permits'],
    ['某区村级组织证明事项清单', 'certificate', undefined],
    ['某区不应出具和保留的证明事项清单', 'certificate', undefined],
    ['某区村级组织挂牌清单', 'signboard', 'permits'],
    ['某区不得悬挂的牌子清单', 'signboard', 'prohibits'],
    ['某区村级组织依法履行职责事项清单', 'task', 'own_duty'],
    ['某区村级组织协助政府工作事项清单', 'task', 'assists'],
    ['某区村级组织依法履行职责和协助工作事项清单', 'task', undefined],
    ['某区村级组织负面事项清单', 'task', 'prohibits'],
    ['某区不得交由村级组织承担的事项清单', 'task', 'prohibits'],
    ['某区村级组织工作事务清单', 'task', undefined],
    ['某区有关事项清单', undefined, undefined],
    ['某区村级组织证明和挂牌事项清单', undefined, undefined],
  ] as const) {
    const read = kindOfTitle(title)
    t.equal(read, kind, title)
    t.equal(read && effectOfTitle(title, read), effect, title)
  }
  t.end()
})

t.test('a day is read in digits and in Chinese, and only one that there is', (t) => {
  for (const [text, day] of [
    ['2024年5月10日', '2024-05-10'],
    ['２０２４年 5 月 10 日', '2024-05-10'],
    ['（2024年5月10日印发）', '2024-05-10'],
    ['印发日期：2024年5月', '2024-05'],
    ['二〇二四年五月十日', '2024-05-10'],
    ['二○二四年十二月三十一日', '2024-12-31'],
    ['2024年2月30日', undefined],
    ['二十二四年五月', undefined],
    ['二〇二四年十十月', undefined],
    ['根据2024年5月10日的会议', undefined],
  ] as const)
    t.equal(dayAlone(text), day, text)
  t.strictSame(beforeDay('某区民政局 2024年5月10日'), { before: '某区民政局', day: '2024-05-10' })
  t.equal(beforeDay('某区民政局 2024年13月10日'), undefined)
  t.equal(inForceFrom('本清单自2024年6月1日起施行。'), '2024-06-01')
  t.equal(inForceFrom('自2024年6月起施行'), undefined, 'a month is no first day')
  t.equal(inForceFrom('2024年6月1日'), undefined)
  t.end()
})

t.test('a list of a place is made from what the file prints, with the place of each', async (t) => {
  const title = '西安市新城区村（社区）不应出具证明事项清单（第一批）'
  const reading = await read(placeAnnex(title, certificates))
  t.same(codes(reading), [])
  t.match(reading.facts, {
    kind: { value: 'certificate', place: { paragraph: 3 } },
    effect: { value: 'prohibits' },
    title: { value: title, place: { paragraph: 3 } },
    number: { value: '新民发〔2024〕12号', place: { paragraph: 1 } },
    issuer: { value: '西安市新城区民政局', place: { paragraph: 4 } },
    issued: { value: '2024-05-10', place: { paragraph: 5 } },
    batch: { value: '第一批', place: { paragraph: 3 } },
  })
  t.notHas(reading.facts, 'from')
  t.match(reading.list, {
    id: '610102-prohibited-certificates',
    kind: 'certificate',
    effect: 'prohibits',
    title,
    issuer: '西安市新城区民政局',
    custodian: { name: '西安市新城区民政局', source: { document: '610102-prohibited-certificates' } },
    region: '610102',
    from: '2024-05-10',
    completeness: 'complete',
    grade: 'official',
    source: { document: '610102-prohibited-certificates' },
    reviewed: '2026-12-01',
    items: [
      { no: 1, name: '养犬证明' },
      { no: 2, name: '停车位证明' },
    ],
  })
  t.strictSame(reading.document, {
    id: '610102-prohibited-certificates',
    title,
    number: '新民发〔2024〕12号',
    issuer: '西安市新城区民政局',
    issued: '2024-05-10',
    read: { zh: '据导入的文件“附件1.docx”。', en: 'From the imported file "附件1.docx".' },
  })
  t.same(
    reading.report.notices.map(({ code }) => code),
    [],
    'what was read as number, issuer and day is not said to be left out',
  )
})

t.test('several sign one below the other, or with the day in one line, or stand at the head', async (t) => {
  const title = '新城区村级组织挂牌清单'
  const board = (lines: { above?: string[]; below?: string[] }) =>
    read(placeAnnex(title, [['1', '村民委员会', '外部']], { headers: ['序号', '牌子名称', '位置'], ...lines }))
  t.match(values(await board({ below: ['中共西安市新城区委组织部', '西安市新城区民政局', '二〇二四年五月十日'] })), {
    issuer: '中共西安市新城区委组织部、西安市新城区民政局',
    issued: '2024-05-10',
    kind: 'signboard',
  })
  t.match(values(await board({ below: ['西安市新城区民政局 2024年5月10日'] })), {
    issuer: '西安市新城区民政局',
    issued: '2024-05-10',
  })
  const headed = await board({ above: ['西安市新城区民政局文件', '印发日期：2024年5月10日'], below: [] })
  t.match(values(headed), { issuer: '西安市新城区民政局', issued: '2024-05-10' })
  const departments = await board({ above: [], below: ['区公安局', '区教育局'] })
  t.notHas(values(departments), 'issuer', 'who stands below without a day signs nothing')
  t.notHas(values(departments), 'issued')
})

t.test('a first day that is printed goes before the day of issue', async (t) => {
  const reading = await read(
    placeAnnex('新城区村级组织协助政务服务事项清单', [['1', '协助开展人口普查']], {
      headers: ['序号', '事项名称'],
      below: ['本清单自2024年7月1日起施行', '西安市新城区民政局', '2024年5月10日'],
    }),
  )
  t.match(reading.list, { id: '610102-assisted-tasks', effect: 'assists', from: '2024-07-01' })
  t.match(reading.document, { issued: '2024-05-10' })
})

t.test('a sheet prints its title in its first rows', async (t) => {
  const rows = [
    ['新城区村级组织不得承担的工作事务清单'],
    ['西安市新城区民政局 2024年5月10日'],
    ['序号', '事项名称'],
    ['1', '招商引资'],
    ['2', '拆迁拆违'],
  ]
  const reading = await read(xlsx([{ name: '清单', rows: grid(rows) }]), { file: '附件5.xlsx' })
  t.match(reading.facts, { title: { place: { table: '1', row: 1 } }, issued: { value: '2024-05-10' } })
  t.match(reading.list, { id: '610102-prohibited-tasks', items: [{ name: '招商引资' }, { name: '拆迁拆违' }] })
})

t.test('a table may hold the title in its first row, two lines of it', async (t) => {
  const above = `${tr([wide('西安市新城区民政局文件\n新城区村级组织挂牌清单', 3)])}`
  const table = tbl([above, ['序号', '牌子名称', '位置'], ['1', '村民委员会', '外部']])
  t.match((await read(docx(p('印发日期：2024年5月10日') + table))).facts, {
    title: { value: '新城区村级组织挂牌清单', place: { table: '1', row: 1 } },
    issuer: { value: '西安市新城区民政局', place: { table: '1', row: 1 } },
  })
})

t.test('an outline without a table prints its title above the first number', async (t) => {
  const lines = [
    '新城区村级组织依法履行职责事项清单',
    '1.召集村民会议',
    '2.办理公益事业',
    '西安市新城区民政局',
    '2024年5月10日',
  ]
  const reading = await read(docx(lines.map((line) => p(line)).join('')))
  t.match(values(reading), { kind: 'task', effect: 'own_duty', issuer: '西安市新城区民政局' })
  t.equal(reading.list?.id, '610102-own-tasks')
})

t.test('what is not printed is asked for, each by its option, and a given one is used and told as given', async (t) => {
  const bare = placeAnnex('村级组织事项清单', certificates, { above: [], below: [] })
  const asked = await read(bare)
  t.same(codes(asked), ['no-kind', 'no-effect', 'no-issuer', 'no-date'])
  t.equal(asked.list, undefined)
  t.match(
    asked.report.doubts.map(({ zh }) => zh).join('\n'),
    /--kind certificate[\s\S]*--effect prohibits[\s\S]*--issuer[\s\S]*--issued unknown/,
  )
  const none = await read(docx(tbl([['序号', '证明事项名称'], ...certificates])))
  t.same(codes(none), ['no-list-title', 'no-kind', 'no-effect', 'no-issuer', 'no-date'])
  const given = {
    kind: 'certificate',
    effect: 'permits',
    issuer: '新城区民政局',
    issued: 'unknown',
    number: undefined,
  } as const
  const told = await read(bare, { given, options: { acceptAnnex: true } })
  t.same(codes(told), [])
  t.notHas(told.list, 'from', 'no day is made up')
  t.notHas(told.document, 'issued')
  t.equal(told.document?.read?.zh, '据导入的文件“附件1.docx”；发文机关、印发日期由导入者写明。')
  const month = await read(bare, { given: { ...given, issued: '2024-05' } })
  t.same(codes(month), ['month-only'])
  const from = await read(bare, {
    given: { ...given, issued: '2024-05', from: '2024-05-20' },
    options: { acceptAnnex: true },
  })
  t.match([from.list, from.document], [{ from: '2024-05-20' }, { issued: '2024-05' }])
})

t.test('the kind limits what a list can mean', async (t) => {
  const bare = placeAnnex('新城区村级组织证明事项清单', certificates)
  const asked = await read(bare)
  t.notMatch(asked.report.doubts.map(({ zh }) => zh).join(''), 'own_duty')
  t.same(codes(await read(bare, { given: { effect: 'own_duty' } })), ['wrong-effect'])
  t.same(codes(await read(bare, { given: { effect: 'permits' } })), [])
})

t.test('what a person says against the title stops as it does for a list that is there', async (t) => {
  const file = placeAnnex('新城区不应出具证明事项清单', certificates)
  t.same(codes(await read(file, { given: { effect: 'permits' } })), ['other-effect'])
})

t.test('a file of another place is doubted, by its title and by its issuer', async (t) => {
  const of = (title: string, issuer: string, asked: Asked = {}) =>
    read(placeAnnex(title, certificates, { below: [issuer, '2024年5月10日'] }), asked)
  t.same(codes(await of('湖北省不应出具证明事项清单', '新城区民政局')), ['other-place'])
  const above = await of('陕西省不应出具证明事项清单', '陕西省民政厅')
  t.same(codes(above), ['other-place'])
  t.match(above.report.doubts[0], { zh: /是陕西省的清单的，用 --region 610000/, en: /--region 610000/ })
  t.same(codes(await of('不应出具证明事项清单', '武汉市民政局')), ['other-place'])
  t.same(codes(await of('不应出具证明事项清单', '西安市民政局')), [], 'the city may speak for its district')
  t.same(codes(await of('全区不应出具证明事项清单', '区民政局')), [], 'no place is named')
  t.same(codes(await of('湖北省不应出具证明事项清单', '新城区民政局', { options: { acceptAnnex: true } })), [])
  t.same(codes(await of('陕西省不应出具证明事项清单', '陕西省民政厅', { region: '610000' })), [])
})

t.test('of several annexes in one file one has to be named, and its own title counts', async (t) => {
  const part = (no: number, title: string, rows: readonly string[][]) =>
    p(`附件${no}`) + p(title) + tbl([['序号', '证明事项名称'], ...rows])
  const both = docx(
    part(1, '新城区不应出具证明事项清单', certificates) +
      part(2, '新城区保留证明事项清单', [['1', '居住情况证明']]) +
      p('西安市新城区民政局') +
      p('2024年5月10日'),
  )
  const asked = await read(both)
  t.same(codes(asked), ['several-parts'])
  t.notHas(asked, 'facts')
  t.match(await read(both, { options: { part: '附件2' } }), {
    list: { id: '610102-permitted-certificates', items: [{ name: '居住情况证明' }] },
  })
  t.same(codes(await read(both, { options: { part: '附件7' } })), ['no-part'])
  t.same(codes(await read(Buffer.from('no Word file'))).length, 1)
})

t.test('importing again changes nothing, replaces, or adds a batch that cites its own document', async (t) => {
  const title = '新城区不应出具证明事项清单'
  const first = placeAnnex(`${title}（第一批）`, certificates)
  const { list, document } = await read(first)
  if (!list || !document) throw new Error('not read')
  const beside = { lists: [list], documents: [document] }
  const again = await read(first, beside)
  t.equal(again.report.upToDate, true)
  t.strictSame([again.list, again.document], [list, document])

  const corrected = placeAnnex(`${title}（第一批）`, [...certificates, ['3', '门面证明']], {
    above: ['新民发〔2024〕30号'],
    below: ['西安市新城区民政局', '2024年9月1日'],
  })
  const replaced = await read(corrected, beside)
  t.match(replaced, {
    list: { id: list.id, from: '2024-09-01', items: { length: 3 } },
    document: { id: document.id, number: '新民发〔2024〕30号', issued: '2024-09-01' },
    report: { upToDate: false },
  })

  const second = placeAnnex(
    `${title}（第二批）`,
    [
      ['1', '门面证明'],
      ['2', '养犬证明'],
    ],
    { above: ['新民发〔2025〕3号'], below: ['自2025年3月1日起施行', '西安市新城区民政局', '2025年2月3日'] },
  )
  t.same(codes(await read(second, beside)), ['other-batch'], 'a batch is not taken for the whole list')
  const added = await read(second, { ...beside, options: { add: true } })
  t.match(added, {
    list: { title: `${title}（第一批）`, from: '2024-05-10', source: { document: document.id }, items: { length: 3 } },
    document: { id: `${list.id}-2`, number: '新民发〔2025〕3号', issued: '2025-02-03' },
  })
  t.strictSame(added.list?.items, [
    ...list.items,
    { no: 3, name: '门面证明', source: { document: `${list.id}-2` }, from: '2025-03-01' },
  ])
  t.match(
    await read(second, {
      ...beside,
      documents: [document, { ...document, id: `${list.id}-2` }],
      options: { add: true },
    }),
    { document: { id: `${list.id}-3` } },
  )
  t.notHas(await read(first, { ...beside, options: { add: true } }), 'document', 'what is there already needs none')
  const undated = placeAnnex(`${title}（第二批）`, [['1', '门面证明']], { above: [], below: [] })
  const given = { issuer: '新城区民政局', issued: 'unknown' }
  const unknown = await read(undated, { ...beside, given, options: { add: true } })
  t.same(codes(unknown), [])
  t.strictSame(unknown.list?.items[2], { no: 3, name: '门面证明', source: { document: `${list.id}-2` } })
  const whole = await read(second, { ...beside, options: { acceptLoss: true } })
  t.equal(whole.list?.items.length, 2, 'it replaces the list where somebody says so')
  t.match(
    await read(first, { options: { add: true } }),
    { list: { completeness: 'partial' } },
    'a batch of no list is not whole',
  )
})

t.test('another list of the same kind and meaning at the place is asked about', async (t) => {
  const file = placeAnnex('新城区不应出具证明事项清单', certificates)
  const { list } = await read(file)
  if (!list) throw new Error('not read')
  const other = { ...list, id: 'xincheng', note: { zh: '注', en: 'note' } }
  t.same(codes(await read(file, { lists: [other] })), ['held-under'])
  t.match(await read(file, { lists: [other], given: { id: '610102-second' } }), {
    list: { id: '610102-second' },
    document: { id: '610102-second' },
  })
  t.same(codes(await read(file, { lists: [{ ...other, effect: 'permits' }] })), [])
  t.same(codes(await read(file, { lists: [{ ...other, effect: 'permits' }], given: { id: 'xincheng' } })), ['id-taken'])
  t.match(
    await read(file, {
      lists: [{ ...other, completeness: 'partial' }],
      given: { id: 'xincheng' },
      options: { completeness: 'partial' },
    }),
    {
      list: { note: other.note },
    },
  )
})

t.test('a place is one in force, with all that is above it', (t) => {
  t.same(
    placeWithAbove(divisions, '420506').map(({ code }) => code),
    ['420506', '420500', '420000', '100000'],
  )
  t.same(
    placeWithAbove({ regions: [{ code: '420506', name: '夷陵区', parent: '420500' }] }, '420506').map(
      ({ code }) => code,
    ),
    ['420506'],
  )
  t.throws(() => placeWithAbove(divisions, '999999'), { message: /Region 999999 is not in the data/ })
  t.throws(() => placeWithAbove(divisions, '622701'), { message: /was replaced; use 620802/ })
  t.end()
})
