import t, { type Test } from 'tap'
import { similarGroups } from '../../../src/checks/boards/alike-boards.ts'
import type { Board } from '../../../src/checks/boards/observed-board.ts'
import { readBoard } from '../../../src/checks/boards/read-board.ts'
import { survey } from '../../../src/checks/boards/survey.ts'
import { loadSnapshot, testDay } from '../../build-service.ts'
import { type Data, itemIn, listIn, listOf } from '../../data-folder.ts'
import fc from '../../property.ts'

const completeAnnex7 = (data: Data) =>
  Object.assign(listIn(data, 'annex-7'), { completeness: 'complete', grade: 'official' })

async function surveyor(t: Test, change?: (data: Data) => void, region = '620802', language: 'zh' | 'en' = 'zh') {
  const snapshot = await loadSnapshot(t, change)
  return (...boards: Board[]) => survey({ snapshot, region, on: testDay, language }, boards)
}

t.test('a listed board stays where it belongs and is moved where it does not', async (t) => {
  const survey = await surveyor(t)
  const { boards } = survey(
    { name: '村民委员会', place: 'exterior' },
    { name: '村务监督委员会' },
    { name: '村党组织', place: 'interior' },
    { name: '综合服务机构标牌', place: 'exterior' },
  )
  t.strictSame(
    boards.map(({ advice }) => advice),
    ['stays', 'stays', 'move', 'move'],
  )
  t.match(boards[2]?.reason, /应移到外部/)
  t.match(boards[3]?.reason, /应移到内部/)
})

t.test('a board hangs outside once: another one comes down rather than move there', async (t) => {
  const advised = async (boards: Board[], language: 'zh' | 'en' = 'zh') =>
    (await surveyor(t, undefined, '620802', language))(...boards)
  const station = '新时代文明实践站'
  const outside = { name: station, place: 'exterior' } as const
  const inside = { name: `泾滩村${station}`, place: 'interior' } as const
  const found = await advised([inside, outside, { name: station }])
  t.strictSame(
    found.boards.map(({ advice }) => advice),
    ['take_down', 'stays', 'ask'],
    'whichever comes first',
  )
  t.match(found.boards[0]?.reason, '应摘除，不必移挂')
  t.match(found.boards[2]?.reason, '没有注明位置')
  t.match((await advised([outside, inside, { name: station }], 'en')).boards, [
    {},
    { reason: /comes down rather than move there/ },
    { reason: /without its place/ },
  ])
  t.match((await advised([inside, { ...inside }])).boards, [{ advice: 'move' }, { advice: 'take_down' }])
  t.match((await advised([outside, { ...inside, working: false }])).boards, [{}, { advice: 'ask' }])
  const many = await advised([{ ...outside, count: 3 }, { name: '农家书屋' }])
  t.match(many.boards[0], { advice: 'stays', reason: /同一牌子共 3 块，外部保留一块/ })
  t.match((await advised([{ ...outside, count: 3 }], 'en')).boards[0]?.reason, '3 of it hang: keep one')
  t.match(many.counts, { stays: 3, ask: 1 }, 'boards are counted, not names')
})

t.test('a survey is of a village: 党群服务中心 is that of the village, a township’s is not', async (t) => {
  const survey = await surveyor(t)
  const { boards, site } = survey(
    { name: '党群服务中心', place: 'exterior' },
    { name: '柳湖镇党群服务中心', place: 'exterior' },
    { name: '便民服务中心', place: 'interior' },
  )
  t.match(boards[0], { advice: 'stays', answer: { outcome: 'permitted', match: { name: '村党群服务中心' } } })
  t.notMatch(boards[1]?.answer.outcome, 'permitted')
  t.match(boards[2]?.answer.outcome, 'ambiguous')
  t.notOk(site.missing.some(({ name }) => name === '村党群服务中心'))
})

t.test('while annex 7 is not complete nothing comes down, whatever hangs', async (t) => {
  const survey = await surveyor(t)
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record(
          {
            name: fc.oneof(
              fc.constantFrom('农家书屋', '村务公开栏', '村民委员会', '扫黑办'),
              fc.string({ minLength: 1 }),
            ),
            place: fc.constantFrom('exterior' as const, 'interior' as const),
            working: fc.boolean(),
            count: fc.integer({ min: 1, max: 5 }),
          },
          { requiredKeys: ['name'] },
        ),
        // A second one of a listed board is another matter.
        { maxLength: 8, selector: ({ name }) => name },
      ),
      (boards) => survey(...(boards as Board[])).counts.take_down === 0,
    ),
  )
  const { boards } = survey(
    { name: '农家书屋', working: false },
    { name: '农家书屋' },
    { name: '村民委员会', working: false },
  )
  t.strictSame(
    boards.map(({ advice }) => advice),
    ['ask', 'ask', 'ask'],
  )
  t.match(boards[0]?.reason, /已经失效的，一律摘除撤销.*目录尚不完整/)
  t.match(boards[0]?.grounds, [{ citation: { clause: '二(二)' } }])
  t.match(boards[2]?.reason, /应恢复其作用/)
})

t.test('once annex 7 is complete, a board on no list comes down with the clause', async (t) => {
  const survey = await surveyor(t, completeAnnex7)
  const { boards, counts } = survey(
    { name: '扫黑除恶专项斗争领导小组办公室', place: 'interior' },
    { name: '农家书屋', working: false },
  )
  t.equal(counts.take_down, 2)
  t.match(boards[0]?.reason, /挂牌目录完整.*二\(二\)/)
})

t.test('a board that other law asks for never comes down', async (t) => {
  for (const change of [undefined, completeAnnex7]) {
    const survey = await surveyor(t, change)
    const { boards } = survey(
      { name: '泾滩村村务公开栏' },
      { name: '退役军人服务站', place: 'interior' },
      { name: '柳湖镇泾滩村人民调解委员会' },
      { name: '村务公开栏', working: false },
    )
    t.strictSame(
      boards.map(({ advice }) => advice),
      ['stays', 'stays', 'stays', 'ask'],
    )
    t.strictSame(
      boards.map(({ grounds }) => grounds[0]?.citation.clause),
      ['第三十五条', '第六十五条', '第八条', '第三十五条'],
    )
    t.match(boards[3]?.reason, /不要摘除/)
    const otherwise = survey({ name: '村（居）务公开栏' }, { name: '村務公開欄' }, { name: '“人民调解”委员会' }).boards
    t.ok(
      otherwise.every(({ advice }) => advice === 'stays'),
      'however it is written',
    )
  }
})

t.test('a board that other law asks for and that goes by one name only is known by it', async (t) => {
  const survey = await surveyor(t, (data) => {
    for (const board of data.statutoryBoards) delete board.alsoKnownAs
  })
  const { boards } = survey({ name: '泾滩村村务公开栏' }, { name: '三务公开栏' })
  t.strictSame(
    boards.map(({ grounds }) => grounds.length),
    [1, 0],
  )
})

t.test('a list that says no takes a board down, with the list', async (t) => {
  const survey = await surveyor(t, (data) => {
    data.lists['no-boards'] = listOf({
      id: 'no-boards',
      kind: 'signboard',
      effect: 'prohibits',
      items: [{ no: 1, name: '某某基地' }],
    })
  })
  const { boards } = survey({ name: '某某基地' })
  t.match(boards[0], { advice: 'take_down', reason: /不得悬挂/ })
})

t.test('the site is told which outside boards are missing or hang twice', async (t) => {
  const survey = await surveyor(t)
  const { site } = survey(
    { name: '村民委员会', place: 'exterior', count: 2 },
    { name: '村党组织' },
    { name: '村党组织' },
    { name: '功能区域简明标牌', count: 9 },
  )
  t.strictSame(
    site.missing.map(({ name }) => name),
    ['村集体经济组织', '村务监督委员会', '村党群服务中心', '新时代文明实践站'],
  )
  t.strictSame(site.repeated, [
    { item: 'annex-7/1', name: '村党组织', count: 2, boards: [1, 2] },
    { item: 'annex-7/2', name: '村民委员会', count: 2, boards: [0] },
  ])
})

t.test('inside boards alike in name are put up for merging, others are not', async (t) => {
  const survey = await surveyor(t)
  const { site } = survey(
    { name: '泾滩村妇女之家', place: 'interior' },
    { name: '农家书屋', place: 'interior' },
    { name: '妇女儿童活动室', place: 'interior' },
    { name: '妇女维权岗', place: 'exterior' },
  )
  t.strictSame(site.merge, [{ boards: [0, 2], names: ['泾滩村妇女之家', '妇女儿童活动室'] }])
  t.strictSame(similarGroups(['甲室', '甲室', '儿童之家', '妇女儿童', '妇女维权']), [
    [0, 1],
    [2, 3, 4],
  ])
  t.strictSame(similarGroups(['泾滩村妇女之家', '泾滩村农家书屋']), [], 'the village’s own name makes nothing alike')
})

t.test('where no clause holds, none is cited', async (t) => {
  const survey = await surveyor(t, undefined, '100000', 'en')
  const found = survey({ name: '农家书屋', working: false })
  t.equal(found.clause, null)
  t.strictSame(found.boards[0]?.grounds, [])
  t.match(found.boards[0]?.reason, /said to have no real business/)
  t.strictSame(found.site.missing, [])
  const moved = (await surveyor(t, undefined, '620802', 'en'))(
    { name: '村民委员会', place: 'interior' },
    { name: '村民委员会', working: false },
  )
  t.match(moved.boards[0]?.reason, /move it outside/)
  t.match(moved.boards[1]?.reason, /put the board back to use/)
})

t.test('a board that is said to have lapsed is checked against what is known of its name', async (t) => {
  const lapsed = async (name: string, change?: (data: Data) => void, language: 'zh' | 'en' = 'zh') =>
    (await surveyor(t, change, '620802', language))({ name, working: false }).boards[0]
  t.match(await lapsed('农家书屋'), { advice: 'ask', reason: /目录尚不完整/ })
  t.match(await lapsed('党员活动室', completeAnnex7), { advice: 'ask', reason: /名称能否对应目录中的某一项/ })
  t.match(await lapsed('党员活动室', completeAnnex7, 'en'), { reason: /whether its name means a board on the list/ })
  t.match(await lapsed('村民委员会', completeAnnex7), { advice: 'ask', reason: /恢复其作用/ })
  t.match(await lapsed('农家书屋', completeAnnex7), { advice: 'take_down' })
})

t.test('an item that ended is not missing', async (t) => {
  const survey = await surveyor(t, (data) => Object.assign(itemIn(data, 'annex-7', 6), { to: '2024-01-01' }))
  t.notOk(survey().site.missing.some(({ name }) => name === '新时代文明实践站'))
})

t.test('a row of a table is read as people write it', async (t) => {
  const columns = { board: 0, place: 1, working: 2, count: 3 }
  const read = (...cells: string[]) => readBoard({ no: 1, cells }, columns)
  const board = (...cells: string[]) => read(...cells) as Board
  t.strictSame(read('农家书屋', '室外墙面', '否', '２块'), {
    name: '农家书屋',
    place: 'exterior',
    working: false,
    count: 2,
  })
  t.strictSame(read('农家书屋', '一楼大厅', '正常'), { name: '农家书屋', place: 'interior', working: true })
  t.strictSame(read('农家书屋', '一楼', '不清楚'), { name: '农家书屋' })
  for (const text of ['0', '0块', '零']) t.equal(read('农家书屋', '', '', text), 'empty', 'none of it hangs')
  const counts = { 2: ['2', '2块', '两块', '共2块', '二'], 10: ['十块'], 1000: ['1000'] }
  for (const [count, texts] of Object.entries(counts)) {
    for (const text of texts) t.equal(board('农家书屋', '', '', text).count, Number(count), text)
  }
  for (const text of ['', '若干', '1001', '12345', '二十']) t.notOk('count' in board('农家书屋', '', '', text), text)
  t.strictSame(read('农家书屋', '', '二楼'), { name: '农家书屋' })
  t.strictSame(read('农家书屋', '', '', ''), { name: '农家书屋' })
  t.equal(read('无'), 'empty')
  t.equal(read('长'.repeat(201)), 'too_long')
  const places = {
    exterior: ['外', '室外', '外墙', '大门外', '楼前', '院墙', '村委会门口'],
    interior: ['内', '室内', '大门内', '会议室', '二楼走廊', 'Inside'],
    open: ['', '室内外', '内外均有', '办公室门口', '大厅门口', '墙上', '二楼'],
  }
  for (const text of places.exterior) t.equal(board('农家书屋', text).place, 'exterior', text)
  for (const text of places.interior) t.equal(board('农家书屋', text).place, 'interior', text)
  for (const text of places.open) t.notOk('place' in board('农家书屋', text), text)
  t.strictSame(readBoard({ no: 1, cells: ['农家书屋'] }, { board: 0 }), { name: '农家书屋' })
})
