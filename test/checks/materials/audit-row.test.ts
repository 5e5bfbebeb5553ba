import t, { type Test } from 'tap'
import { judgeIn } from '../../../src/checks/judge.ts'
import { auditRow, standingOf } from '../../../src/checks/materials/audit-row.ts'
import { Tally, worst } from '../../../src/checks/materials/audit-tally.ts'
import { namedIssuer } from '../../../src/checks/materials/named-issuer.ts'
import { loadSnapshot, testDay } from '../../build-service.ts'
import { completeAnnexes4To6, type Data, listIn } from '../../data-folder.ts'

async function auditor(t: Test, change?: (data: Data) => void) {
  const snapshot = await loadSnapshot(t, change)
  const judge = judgeIn({ snapshot, region: '620802', on: testDay, language: 'zh' })
  const columns = { material: 0, issuer: 1, channel: 2, service: 3, department: 4, type: 5 }
  return { columns, row: (...cells: string[]) => auditRow({ no: 2, cells }, columns, judge) }
}

t.test('the issuer decides whether the lists speak', async (t) => {
  const { row } = await auditor(t)
  const outcome = (...cells: string[]) => row(...cells).judged[0]?.answer?.outcome
  t.equal(outcome('无犯罪记录证明', '公安机关'), 'not_applicable')
  t.equal(outcome('无犯罪记录证明', '村委会'), 'prohibited')
  const [open] = row('无犯罪记录证明', '', '申请人自备').judged
  t.equal(open?.answer?.outcome, 'prohibited')
  t.notOk('issuer' in (open ?? {}), 'nobody is named, so nobody is made up')
  t.equal(open && standingOf(open), 'drop', 'from a village it must go, and the row is said to name nobody')
})

t.test('the channel names an issuer only where it names somebody', async (t) => {
  t.equal(namedIssuer('', '政府部门核发'), '政府部门核发')
  t.equal(namedIssuer('公安机关', '其他'), '公安机关')
  t.equal(namedIssuer('其他', '申请人自备（村委会出具）'), '申请人自备（村委会出具）')
  for (const text of ['申请人自备', '其他', '本人提供', '—', ' ', 'N/A', '详见备注'])
    t.equal(namedIssuer(text), undefined, text)
  t.equal(namedIssuer(), undefined)
})

t.test('a village that the name of a material names is its issuer where the row names nobody', async (t) => {
  const { row } = await auditor(t)
  for (const name of [
    '村委会出具的死亡证明',
    '由柳湖镇泾滩村村民委员会开具的死亡证明',
    '死亡证明（村委会出具）',
    '死亡证明（由村（居）委会出具）',
  ]) {
    const [named] = row(name).judged
    t.equal(named?.answer?.outcome, 'prohibited', name)
    t.notOk(named?.answer?.query.issuer, 'the question stays the one that was asked')
    t.equal(named && standingOf(named), 'drop', name)
  }
  t.match(row('死亡证明（由村（居）委会出具）').judged, [{ issuer: '由村(居)委会出具' }])
  t.match(row('村委会出具的死亡证明', '医院').judged, [{ issuer: '医院', answer: { outcome: 'not_applicable' } }])
  t.match(row('派出所出具的死亡证明').judged, [{ issuer: '派出所出具', answer: { outcome: 'not_applicable' } }])
  const others = ['死亡证明', '死亡证明（非村委会出具）', '村委会用房证明']
  for (const name of others) t.notOk('issuer' in (row(name).judged[0] ?? {}), name)
})

t.test(
  'a cell with several materials gives a judgement for each; one that a list prints whole gives one',
  async (t) => {
    const { row } = await auditor(t, (data) => {
      listIn(data, 'annex-3').items.push({ no: 21, name: '财产证明、收入证明' })
    })
    t.strictSame(
      row('身份证、户口簿、婚姻状况证明').judged.map(({ material }) => material),
      ['身份证', '户口簿', '婚姻状况证明'],
    )
    t.strictSame(
      row('财产证明、收入证明').judged.map(({ material }) => material),
      ['财产证明、收入证明'],
    )
  },
)

t.test('copies of a paper are that paper', async (t) => {
  const { row } = await auditor(t)
  t.strictSame(
    row('身份证原件及复印件、户口簿复印件、婚姻状况证明原件和复印件各一份').judged.map(({ answer }) => answer?.outcome),
    ['not_applicable', 'not_applicable', 'prohibited'],
  )
})

t.test('papers before one that names its issuer are not taken for part of the issuer', async (t) => {
  const { row } = await auditor(t)
  const found = (text: string) => row(text).judged.map(({ material, answer }) => [material, answer?.outcome])
  const three = [
    ['身份证', 'not_applicable'],
    ['户口簿', 'not_applicable'],
    ['村委会出具的婚姻状况证明', 'prohibited'],
  ]
  t.strictSame(found('身份证、户口簿、村委会出具的婚姻状况证明'), three)
  t.strictSame(found('1.身份证；2.户口簿；3.村委会出具的婚姻状况证明'), three)
  t.strictSame(found('死亡证明、村委会出具的未婚证明'), [
    ['死亡证明', 'prohibited'],
    ['村委会出具的未婚证明', 'prohibited'],
  ])
  for (const whole of ['柳湖镇人民政府、村委会出具的婚姻状况证明', '婚姻状况证明原件、复印件'])
    t.strictSame(found(whole), [[whole, 'prohibited']])
})

t.test('what cannot be asked is said to be so', async (t) => {
  const { row } = await auditor(t)
  t.match(row('').judged, [{ material: '', unasked: 'empty' }])
  t.match(row('无').judged, [{ unasked: 'empty' }])
  for (const text of ['#REF!', '#N/A', '#DIV/0!']) {
    const [failed] = row(text).judged
    t.equal(failed?.unasked, 'no_result', text)
    t.equal(failed && standingOf(failed), 'ask', 'what the formula was to name is not known')
  }
  for (const text of ['合计', '总 计']) t.match(row(text).judged, [{ unasked: 'empty' }], 'a sum is no paper')
  t.notOk(row('#1证明').judged[0]?.unasked)
  const [long] = row('长'.repeat(201), '村委会').judged
  t.equal(long?.unasked, 'too_long')
  t.equal(long && standingOf(long), 'ask')
  t.equal(row(`甲证、${'长'.repeat(300)}`).judged.length, 2)
  t.match(row('\u0007身份\ud800证').judged, [{ material: '身份\ufffd证' }])
})

t.test('a cell that lists more than anybody would is put up for asking as it stands', async (t) => {
  const { row } = await auditor(t)
  t.equal(row('甲证、'.repeat(100)).judged.length, 100)
  for (const text of ['甲证、'.repeat(101), `身份证、${'长'.repeat(5000)}`, '（'.repeat(32_767)]) {
    const { judged } = row(text)
    t.match(judged, [{ unasked: 'too_long' }])
    t.ok(judged.every((one) => standingOf(one) === 'ask'))
    t.equal(judged.length, 1)
  }
})

t.test(
  'where every list is complete and silent, a row that names a village must go, one that names nobody is asked about',
  async (t) => {
    const { row } = await auditor(t, completeAnnexes4To6)
    const [village] = row('谁也没有列过的证明', '村委会').judged
    t.equal(village?.answer?.outcome, 'not_listed')
    t.equal(village && standingOf(village), 'drop')
    const [nobody] = row('谁也没有列过的证明').judged
    t.equal(nobody && standingOf(nobody), 'ask')
    const [inName] = row('村委会出具的谁也没有列过的证明').judged
    t.equal(inName?.answer?.outcome, 'not_listed')
    t.equal(inName && standingOf(inName), 'drop')
  },
)

t.test('counts go to the service and department above where a merged cell reads empty', async (t) => {
  const { row, columns } = await auditor(t)
  const tally = new Tally()
  tally.add(row('婚姻状况证明', '村委会', '', '甲事', '甲局'), columns)
  tally.add(row('收入证明', '', '', '', ''), columns)
  tally.add(row('居住证明', '', '', '乙事', '乙局'), columns)
  tally.add(row('居住证明、居住证明', '', '', '', ''), columns)
  tally.add(row('无'), columns)
  t.match(tally, { rows: 5, materials: 6, objections: 2, unnamedIssuer: 1, toAsk: 0, waiting: 3, unasked: 1 })
  t.strictSame(worst(tally.departments), [
    ['甲局', { materials: 2, objections: 2, toAsk: 0, waiting: 0 }],
    ['乙局', { materials: 4, objections: 0, toAsk: 0, waiting: 3 }],
  ])
  t.match([...tally.raised.waits.values()], [{ judged: { material: '居住证明' }, rows: 3, first: [2] }])
  const bare = new Tally()
  bare.add(row('居住证明'), { material: 0 })
  t.equal(bare.services.size, 0)
})

t.test('equal counts are told in the order of names', async (t) => {
  const count = { materials: 1, objections: 0, toAsk: 0, waiting: 0 }
  t.strictSame(
    worst(
      new Map([
        ['b', count],
        ['a', count],
        ['c', count],
      ]),
    ).map(([name]) => name),
    ['a', 'b', 'c'],
  )
})

t.test('the engine forgets answers rather than fill the memory', async (t) => {
  const snapshot = await loadSnapshot(t)
  const judge = judgeIn({ snapshot, region: '620802', on: testDay, language: 'en' })
  const first = judge('certificate', '收入证明')
  t.equal(judge('certificate', '收入证明'), first, 'the same object')
  for (let at = 0; at < 50_000; at += 1) judge('certificate', `第${at}号`)
  t.not(judge('certificate', '收入证明'), first)
  t.strictSame(judge('certificate', '收入证明'), first)
})

t.test('what the table says of the type settles what the name leaves open, and nothing that a list says', async (t) => {
  const { row } = await auditor(t)
  const standing = (material: string, type: string, issuer = '') => {
    const [judged] = row(material, issuer, '', '', '', type).judged
    return judged && standingOf(judged)
  }
  for (const type of ['申请表格', '申请 表', '照片', '证照', '合同协议']) {
    t.equal(standing('同意建房的凭单', type), 'clear', type)
    t.equal(standing('同意建房证明', type), standing('同意建房证明', ''), 'what is called 证明 is one')
    t.equal(standing('收入证明', type), 'drop', 'a list says no whatever it is called')
    t.not(standing('同意建房的凭单', type, '村委会'), 'clear', 'a village may certify on a form')
  }
  for (const type of ['', '证明', '证件证书证明', '其他'])
    t.equal(standing('同意建房的凭单', type), standing('同意建房的凭单', ''), type)
  const tally = new Tally()
  tally.add(row('同意建房的凭单', '', '', '', '', '申请表格'), { material: 0, type: 5 })
  t.match(tally, { otherKind: 1, toAsk: 0, waiting: 0 })
})

t.test('each paper that must go is kept once for each department and service that asks for it', async (t) => {
  const { row, columns } = await auditor(t)
  const tally = new Tally()
  for (const [no, department] of ['甲局', '甲局', '乙局'].entries())
    tally.add(
      {
        ...row('收入证明', '村委会', '', '甲事', department),
        row: { no, cells: ['收入证明', '村委会', '', '甲事', department] },
      },
      columns,
    )
  t.match(
    [...tally.raised.drop.values()],
    [
      { department: '甲局', service: '甲事', rows: 2, first: [0, 1] },
      { department: '乙局', service: '甲事', rows: 1, first: [2] },
    ],
  )
})
