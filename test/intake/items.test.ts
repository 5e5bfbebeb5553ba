import t from 'tap'
import { endBracket } from '../../src/intake/items/bracketed-names.ts'
import type { AnnexOptions } from '../../src/intake/read-annex.ts'
import type { Item } from '../../src/lists/list.ts'
import { boards, doubts, itemsOf, names, noticed, permits, prohibits, read, tasks } from './made/lists.ts'
import { docx, p, simple, tbl, top, tr, under, wide } from './made/word.ts'

const one = (name: string, options: Partial<AnnexOptions> = {}, list = prohibits) =>
  read(simple([['1', name]], ['序号', '名称']), list, options)
const item = async (name: string, options: Partial<AnnexOptions> = {}, list = prohibits): Promise<Item | undefined> =>
  itemsOf(await one(name, options, list))[0]

t.test('names in a bracket after a name become printed sub-names', async (t) => {
  t.match(await item('婚姻状况证明（婚姻关系证明、分居证明）'), {
    name: '婚姻状况证明',
    subNames: ['婚姻关系证明', '分居证明'],
  })
  t.strictSame((await item('婚姻状况证明（分居证明）'))?.subNamesOpen, undefined)
  t.match(await item('居民财产证明(收入证明,房产证明等)'), { subNames: ['收入证明', '房产证明'], subNamesOpen: true })
  t.match(await item('居民财产证明（收入证明、房产证明等证明）'), {
    subNames: ['收入证明', '房产证明'],
    subNamesOpen: true,
  })
  t.match(
    await item('居民财产证明（如：收入证明）'),
    { subNames: ['收入证明'], subNamesOpen: true },
    'examples are not all',
  )
  t.match(await item('居民财产证明（包括收入证明；房产证明）'), { subNames: ['收入证明', '房产证明'] })
  t.match(
    await item('婚姻状况证明\n（婚姻关系证明、\n分居证明）'),
    { name: '婚姻状况证明', subNames: ['婚姻关系证明', '分居证明'] },
    'on a line of its own',
  )
  t.match(itemsOf(await read(simple([['1', '甲证明', '乙证明、丙证明等']], ['序号', '证明名称', '又称']))), [
    { subNames: ['乙证明', '丙证明'], subNamesOpen: true },
  ])
  const none = simple([['1', '甲证明', '——']], ['序号', '证明名称', '又称'])
  t.notOk(itemsOf(await read(none))[0]?.subNames, 'a dash says that there are none')
})

t.test('brackets that are part of a name stay in it', async (t) => {
  t.strictSame(await item('居（租）住证明'), { no: 1, name: '居（租）住证明' })
  t.strictSame(await item('居民死亡医学证明（推断）书'), { no: 1, name: '居民死亡医学证明（推断）书' })
  const kept = await one('居民死亡医学证明（推断）')
  t.same(names(kept), ['居民死亡医学证明（推断）'])
  t.ok(noticed(kept).includes('kept-bracket'), 'and it is said')
  t.match(await item('甲证明（第一批）'), { name: '甲证明（第一批）' })
  t.match(await item('居（租）住证明（租住证明）'), { name: '居（租）住证明', subNames: ['租住证明'] })
  t.equal(endBracket('（全部）'), undefined, 'a name is not all bracket')
  t.equal(endBracket('甲）'), undefined)
  t.equal(endBracket('甲［乙）'), undefined)
  t.same(endBracket('甲（乙（丙））'), { name: '甲', inside: '乙（丙）' })
})

t.test('a bracket that may be either stops, and a person says which', async (t) => {
  for (const name of [
    '收入证明（低收入、无固定收入）',
    '亲属关系证明（公证除外）',
    '甲证明（收入、房产证明）',
    '甲证明（不含乙证明）',
    '甲证明（）',
  ])
    t.same(doubts(await one(name)), ['bracket'], name)
  const name = '收入证明（低收入、无固定收入）'
  t.match(await item(name, { brackets: new Map([['T1R2', 'names']]) }), {
    name: '收入证明',
    subNames: ['低收入', '无固定收入'],
  })
  t.match(await item(name, { brackets: new Map([['T1R2', 'part']]) }), { name })
  t.match(await item('甲证明（公证除外）', { brackets: new Map([['T1R2', 'note']]) }), {
    name: '甲证明',
    note: { zh: '清单备注：公证除外' },
  })
  t.match(await item(name, { keep: ['T1R2'] }), { name })
  t.match(await item('甲证明（含乙证明）'), { name: '甲证明', subNames: ['乙证明'] })
  t.same(
    doubts(await one('某中心（便民中心）', {}, boards)),
    ['bracket'],
    'what a second board name means, nobody can tell',
  )
  t.strictSame(
    await item('协助救助（低保、特困）工作（含临时救助）', {}, tasks),
    { no: 1, name: '协助救助（低保、特困）工作（含临时救助）' },
    'a duty is a sentence',
  )
  t.match(await item('居住证明（《甲条例》第五条）'), { name: '居住证明', guide: { basis: '《甲条例》第五条' } })
})

t.test('a name broken by the width of its column is one, two names are doubted', async (t) => {
  t.match(await item('农村土地承包经营\n权变更证明'), { name: '农村土地承包经营权变更证明' })
  t.match(await item('出 生 证 明'), { name: '出生证明' })
  t.match(await item('COVID\ntest 证明'), { name: 'COVID test证明' })
  t.same(doubts(await one('出生证明\n死亡证明')), ['several-names'])
  t.same(doubts(await one('1.出生\n2.死亡')), ['several-names'])
  t.match(await item('出生证明\n书', { keep: ['T1R2'] }), { name: '出生证明书' })
})

t.test('a number that is missing stops, where the list is to be complete', async (t) => {
  const bytes = simple([
    ['1', '甲证明'],
    ['2', '乙证明'],
    ['4', '丁证明'],
  ])
  const reading = await read(bytes)
  t.same(doubts(reading), ['missing-number'])
  t.match(reading.report.doubts[0]?.zh, /表1 第4行.*2 → 4.*--keep-row T1R4.*--renumber/)
  const nos = async (options: Parameters<typeof read>[2]) =>
    itemsOf(await read(bytes, permits, options)).map(({ no }) => no)
  t.same(await nos({ keep: ['T1R4'] }), [1, 2, 4])
  t.same(await nos({ completeness: 'partial' }), [1, 2, 4])
  t.same(await nos({ renumber: true }), [1, 2, 3])
  t.ok(noticed(await read(bytes, permits, { keep: ['T1R4'] })).includes('number-gap'))
  t.same(doubts(await read(bytes, permits, { skip: ['T1R3'] })), ['missing-number'], '3 is missing still')
  t.same(
    itemsOf(
      await read(
        simple([
          ['1', '甲证明'],
          ['2', '乙证明'],
          ['3', '丙证明'],
        ]),
        permits,
        { skip: ['T1R3'] },
      ),
    ).length,
    2,
  )
  t.same(doubts(await read(simple([['2', '甲证明']]))), ['missing-number'], 'so does one that begins late')
  const outline = docx(['1.甲证明', '2.乙证明', '3.丙证明'].map((text) => p(text)).join(''))
  t.same(
    itemsOf(await read(outline, permits, { skip: ['P2'] })).map(({ no }) => no),
    [1, 3],
  )
})

t.test('numbers are read in every writing, and unique in the list', async (t) => {
  const nos = async (...printed: string[]) =>
    itemsOf(await read(simple(printed.map((no, at) => [no, `甲${at}证明`])), permits, { completeness: 'partial' })).map(
      (one) => one.no,
    )
  t.same(await nos('１', '2.', '（3）', '④', '第5项'), [1, 2, 3, 4, 5])
  t.same(await nos('一', '二、', '（三）', '（四）'), [1, 2, 3, 4])
  t.same(
    doubts(
      await read(
        simple([
          ['1', '甲证明'],
          ['二', '乙证明'],
        ]),
      ),
    ),
    ['bare-heading'],
    '二 among digits numbers a group, and one without items is doubted',
  )
  t.same(await nos('', ''), [1, 2], 'none printed')
  t.same(await nos('3', '5'), [3, 5], 'printed numbers stand as they are')
  for (const printed of ['1-x', '0', '新增'])
    t.same(doubts(await read(simple([[printed, '甲证明']]))), ['no-number'], printed)
  t.same(
    doubts(
      await read(
        simple([
          ['1', '甲证明'],
          ['1', '乙证明'],
        ]),
      ),
    ),
    ['same-number'],
  )
  t.same(
    itemsOf(
      await read(
        simple([
          ['1', '甲证明'],
          ['1', '乙证明'],
        ]),
        permits,
        { renumber: true },
      ),
    ).map((one) => one.no),
    [1, 2],
  )
})

t.test('guide values, units and remarks', async (t) => {
  const made = simple(
    [
      ['1', '甲证明', '5', '—', '公证除外', '公证机构', '户口簿'],
      ['2', '乙证明', '即办', '无', '', '', ''],
    ],
    ['序号', '证明名称', '办理时限（工作日）', '依据', '备注', '例外', '替代方式'],
  )
  const reading = await read(made)
  t.match(itemsOf(reading), [
    {
      guide: { timeLimit: '5工作日' },
      note: { zh: '清单备注：公证除外' },
      exceptions: [{ text: { zh: '清单例外：公证机构' }, grade: 'official', source: permits.source }],
      instead: [{ text: { zh: '清单写明：户口簿' } }],
    },
    { guide: { timeLimit: '即办', basis: '无' } },
  ])
  t.notOk(itemsOf(reading)[0]?.guide?.basis, 'a dash is an empty cell')
  t.ok(noticed(reading).includes('remark-exception'), 'a remark that reads like an exception is pointed out')
})

t.test('boards hang outside or inside', async (t) => {
  const head = ['位置', '序号', '牌子名称', '式样', '悬挂位置']
  const bytes = docx(
    tbl([
      head,
      tr([top('外部'), '1', '××村村民委员会', '竖式', '大门右侧']),
      tr([under(), '2', '××村党群服务中心', '横式', '门楣']),
      ['内部', '3', '党员活动室', '横式', '门口'],
    ]),
  )
  t.match(itemsOf(await read(bytes, boards)), [
    { board: { place: 'exterior', sign: '竖式', position: '大门右侧' } },
    { board: { place: 'exterior' } },
    { board: { place: 'interior' } },
  ])
  const grouped = docx(
    tbl([
      ['序号', '牌子名称', '规格', '材质'],
      tr([wide('一、外部标牌', 4)]),
      ['1', '甲委员会', '40×200', '铜'],
      tr([wide('二、内部标牌', 4)]),
      ['1', '乙室', '20×30', '木'],
    ]),
  )
  t.match(itemsOf(await read(grouped, boards)), [
    { board: { place: 'exterior', size: '40×200', material: '铜' } },
    { board: { place: 'interior' } },
  ])
  const unsaid = simple([['1', '甲委员会', '竖式']], ['序号', '牌子名称', '式样'])
  t.same(doubts(await read(unsaid, boards)), ['no-place'])
  t.match(itemsOf(await read(unsaid, boards, { place: 'interior' })), [{ board: { place: 'interior', sign: '竖式' } }])
  t.same(doubts(await read(simple([['内外', '1', '甲']], ['内外', '序号', '名称']), boards)), ['no-place'])
  t.ok(noticed(await read(simple([['1', '甲室']], ['序号', '牌子名称']), boards)).includes('no-board'))
  const position = simple([['1', '甲室', '大厅']], ['序号', '牌子名称', '位置'])
  t.match(
    itemsOf(await read(position, boards, { place: 'interior' })),
    [{ board: { position: '大厅' } }],
    '位置 holds a spot where its values say so',
  )
  const kinds = simple([['1', '甲室', '标牌']], ['序号', '牌子名称', '类型'])
  t.match(itemsOf(await read(kinds, boards, { place: 'interior' })), [{ board: { sign: '标牌' } }])
})

t.test('the same name twice is kept twice and pointed out', async (t) => {
  const reading = await read(
    docx(
      tbl([
        ['序号', '证明名称'],
        tr([wide('一、甲局', 2)]),
        ['1', '居住证明'],
        tr([wide('二、乙局', 2)]),
        ['1', '居住证明'],
      ]),
    ),
  )
  t.equal(itemsOf(reading).length, 2)
  t.ok(noticed(reading).includes('duplicate'))
  t.notOk(
    noticed(
      await read(
        simple([
          ['1', '甲证明'],
          ['2', '乙证明'],
        ]),
      ),
    ).includes('duplicate'),
  )
})

t.test('a name on a list that says the opposite is pointed out', async (t) => {
  const against = {
    ...prohibits,
    items: [
      { no: 8, name: '婚姻状况证明', subNames: ['分居证明'] },
      { no: 9, name: '出生证明' },
    ],
  }
  const code = async (name: string, others = [against], list = permits) =>
    noticed(await one(name, { others }, list)).includes('opposite')
  t.ok(await code('婚姻状况 证明'))
  t.ok(await code('分居证明'), 'by a printed sub-name too')
  t.notOk(await code('居住证明'))
  t.notOk(
    await code('婚姻状况证明', [{ ...against, kind: 'signboard' as const }]),
    'another kind of list is no opposite',
  )
  t.notOk(await code('婚姻状况证明', [against], { ...prohibits, id: 'annex-4' }), 'nor is one that says the same')
  t.notOk(await code('婚姻状况证明', [{ ...against, region: '420000' }]), 'nor one of a place where this list is none')
  t.ok(await code('婚姻状况证明', [{ ...against, region: '100000' }]), 'one of the country is in force here as well')
})

t.test('paragraphs above a table are headings of its items', async (t) => {
  t.match(
    itemsOf(
      await read(
        docx(
          p('一、民政部门') +
            tbl([
              ['序号', '证明名称'],
              ['1', '甲证明'],
            ]),
        ),
      ),
    ),
    [{ category: '民政部门' }],
  )
})
