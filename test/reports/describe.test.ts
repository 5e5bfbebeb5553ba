import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { survey } from '../../src/checks/boards/survey.ts'
import { judgeIn, type Setting } from '../../src/checks/judge.ts'
import { ledgerOf } from '../../src/checks/ledger/ledger.ts'
import { auditRow } from '../../src/checks/materials/audit-row.ts'
import { openWorkbook } from '../../src/documents/sheet/workbook-table.ts'
import type { Language } from '../../src/lists/terms.ts'
import { describe } from '../../src/reports/describe.ts'
import { certificatesPart } from '../../src/reports/ledger-parts.ts'
import { pageStart } from '../../src/reports/page-frame.ts'
import { writeSurvey } from '../../src/reports/write-ledger.ts'
import { loadSnapshot, testDay } from '../build-service.ts'
import { completeAnnexes4To6, type Data, listIn } from '../data-folder.ts'
import { cellsOf } from '../table-rows.ts'

async function setting(t: Test, language: Language, change?: (data: Data) => void): Promise<Setting> {
  return { snapshot: await loadSnapshot(t, change), region: '620802', on: testDay, language }
}

function described(where: Setting, name: string, issuer = '') {
  const row = { no: 2, cells: [name, issuer] }
  const [judged] = auditRow(row, { material: 0, issuer: 1 }, judgeIn(where)).judged
  if (!judged) throw new Error(`nothing judged in ${name}`)
  return describe(judged, where)
}

const contradiction = (data: Data) => {
  completeAnnexes4To6(data)
  listIn(data, 'annex-6').items.push({ no: 2, name: '婚姻状况证明' })
}

t.test('a row is said to name no issuer only where neither its columns nor the name do', async (t) => {
  const where = await setting(t, 'zh')
  t.match(described(where, '死亡证明'), { verdict: /（未注明出具单位）$/, note: /^未注明出具单位：/, look: 'bad' })
  t.match(described(where, '居住证明'), { verdict: /（未注明出具单位）$/ })
  for (const name of ['村委会出具的死亡证明', '居住证明（村委会开具）']) {
    const { verdict, note } = described(where, name)
    t.notMatch(`${verdict}${note}`, /未注明/, name)
  }
})

t.test('a finding in English names the item, its document and what to use', async (t) => {
  const found = described(await setting(t, 'en'), '亲属关系证明', '村委会')
  t.match(found, { verdict: 'not to be demanded from a village', item: 'annex 3 no. 1: 亲属关系证明', look: 'bad' })
  t.match(found.note, /^Exception: .* \(《.*》 \(民发〔2020〕20号\)/)
  const named = described(await setting(t, 'en'), '收入证明', '村委会')
  t.match(named.item, 'annex 3 no. 17: 居民财产证明 (names “收入证明”)', 'and the name in its brackets')
  t.match(
    described(await setting(t, 'zh'), '偿还能力承诺').note,
    '附件3第17项 居民财产证明（偿还能力证明）',
    'what a name may mean',
  )
  const national = described(await setting(t, 'en'), '人民陪审员候选人推荐', '村委会')
  t.match(national.item, /^《国家法律法规要求.*》 no\. 3: /)
  t.match(national.note, /Rests on a reference edition/)
  t.match(described(await setting(t, 'zh'), '人民陪审员候选人推荐', '村委会').item, /^《国家法律法规要求.*》第3项 /)
})

t.test('a list is called by the number of its annex, whatever its id, and one without by its title', async (t) => {
  const change = (data: Data) => {
    Object.assign(listIn(data, 'national-certificates'), { annex: 2 })
    delete listIn(data, 'annex-3').annex
  }
  for (const [language, national, third] of [
    ['zh', '附件2第3项 ', /^《不应由.*》第8项 /],
    ['en', 'annex 2 no. 3: ', /^《不应由.*》 no\. 8: /],
  ] as const) {
    const where = await setting(t, language, change)
    t.match(described(where, '人民陪审员候选人推荐', '村委会').item, national)
    t.match(described(where, '婚姻状况证明', '村委会').item, third)
  }
})

t.test('lists that contradict each other are told in full', async (t) => {
  const found = described(await setting(t, 'zh', contradiction), '婚姻状况证明', '村委会')
  t.match(found, {
    verdict: '清单规定相反，须核实',
    look: 'ask',
    item: '附件3第8项 婚姻状况证明\n附件6第2项 婚姻状况证明',
  })
  t.match(found.note, /请人工核实/)
  t.match(found.basis, /二\(三\)/)
})

t.test(
  'a name on no list, once all are complete, is put up for asking where nobody is named to issue it',
  async (t) => {
    const where = await setting(t, 'zh', completeAnnexes4To6)
    t.match(described(where, '星际航行证明'), {
      look: 'ask',
      verdict: '未列入清单，不得要求村（居）出具（未注明出具单位）',
    })
    t.match(described(where, '星际航行证明', '村委会'), { look: 'bad', basis: /二\(三\)/ })
  },
)

t.test('a name that may mean several items tells which', async (t) => {
  for (const [language, words] of [
    ['zh', '可能是：'],
    ['en', 'May be: '],
  ] as const) {
    const where = await setting(t, language)
    const judge = judgeIn(where)
    const name = ['财产状况情况', '健在生存证明书', '亲属关糸证朋', '家庭经济证明', '关系证明'].find(
      (one) => judge('certificate', one).outcome === 'ambiguous',
    )
    t.ok(name, 'there is such a name')
    if (name) t.match(described(where, name, '村委会').note, words)
  }
})

t.test('a ledger of a contradiction says its reason once', async (t) => {
  const where = await setting(t, 'zh', contradiction)
  const ledger = ledgerOf(where, { tasks: [], boards: [], certificates: [{ name: '婚姻状况证明' }] })
  const [row] = certificatesPart(ledger, '', where).rows
  t.equal(String(row?.[5]).match(/请人工核实/g)?.length, 1)
})

t.test(
  'a survey where no clause holds has rows without basis, and names boards that may be the missing one',
  async (t) => {
    const where = {
      ...(await setting(t, 'en', (data) =>
        Object.assign(listIn(data, 'annex-7'), { region: '100000', from: '2020-01-01' }),
      )),
      region: '100000',
    }
    const found = survey(where, [{ name: '新时代文明实践站点位' }, { name: '村民委员会', count: 2 }])
    const out = new PassThrough()
    const [bytes] = await Promise.all([buffer(out), writeSurvey(found, 'China', where, out)])
    const rows = await cellsOf((await openWorkbook(bytes)).sheets[0])
    t.equal(rows.find((row) => row[1] === '村党组织')?.[6] ?? '', '')
    t.ok(rows.some((row) => row[5]?.includes('It may be: 新时代文明实践站点位')))
  },
)

t.test('a page says which language it is in', async (t) => {
  t.match(pageStart('x', 'zh'), '<html lang="zh-CN">')
  t.match(pageStart('<x>', 'en'), '<html lang="en">')
  t.match(pageStart('<x>', 'en'), '<h1>&lt;x&gt;</h1>')
})

t.test('a type that settles the matter is said beside the answer, which stays what it is', async (t) => {
  for (const [language, note] of [
    ['zh', '材料类型为“申请表格”'],
    ['en', 'calls it “申请表格”'],
  ] as const) {
    const where = await setting(t, language)
    const row = { no: 2, cells: ['星际航行凭条', '申请表格'] }
    const [judged] = auditRow(row, { material: 0, type: 1 }, judgeIn(where)).judged
    if (!judged) throw new Error('nothing judged')
    const found = describe(judged, where)
    t.match(found, { look: 'muted' })
    t.match(found.note, note)
    t.notMatch(described(where, '星际航行凭条').note, note, 'nor is it said of the same name without a type')
  }
})
