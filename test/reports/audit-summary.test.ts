import t from 'tap'
import { judgeIn } from '../../src/checks/judge.ts'
import { auditRow } from '../../src/checks/materials/audit-row.ts'
import { Tally } from '../../src/checks/materials/audit-tally.ts'
import { raisedTable } from '../../src/reports/audit-raised.ts'
import type { AuditReport } from '../../src/reports/audit-report.ts'
import { summaryTables } from '../../src/reports/audit-summary.ts'
import { words } from '../../src/reports/audit-words.ts'
import { placeName } from '../../src/rulings/place-name.ts'
import { loadSnapshot, testDay } from '../build-service.ts'

const setting = { snapshot: await loadSnapshot(t), region: '620802', on: testDay, language: 'zh' } as const

/** The report of a table without a header; each row is a material, its issuer and the department. */
function reportOf(rows: readonly (readonly [string, string, string])[]): AuditReport {
  const columns = { material: 0, issuer: 1, department: 2 }
  const tally = new Tally()
  const judge = judgeIn(setting)
  for (const [at, cells] of rows.entries()) tally.add(auditRow({ no: at + 1, cells }, columns, judge), columns)
  const sheet = { name: '一', async *rows() {} }
  const found = { sheet, columns, header: { no: 0, cells: [] }, headerRow: 0 } as unknown as AuditReport['found']
  return { file: 'a.csv', found, setting, tally, async *rows() {}, async *rowsAgain() {} }
}

t.test('papers above the first department are counted as those of none that is named', async (t) => {
  const report = reportOf([
    ['婚姻状况证明', '村委会', ''],
    ['身份证', '', '民政局'],
  ])
  const table = summaryTables(report).find(({ heading }) => heading === words.byDepartment.zh)
  t.strictSame(
    table?.rows.map(([name]) => name),
    [words.notNamed.zh, '民政局'],
  )
})

const names = (report: AuditReport, standing: 'drop' | 'ask' | 'waits') =>
  [...raisedTable(report, standing).rows()].map(({ cells }) => String(cells[0]).slice(0, 6))

t.test('the frequent come before the rare, the unreadable last', async (t) => {
  const report = reportOf([
    ['长'.repeat(201), '', ''],
    ['关系证明', '村委会', ''],
    ['表现证明', '村委会', ''],
    ['表现证明', '村委会', ''],
    ['星际航行凭条', '', ''],
    ['婚姻状况证明', '', ''],
  ])
  t.strictSame(names(report, 'ask'), ['表现证明', '关系证明', '长长长长长长'])
  t.strictSame(names(report, 'waits'), ['星际航行凭条'], 'what only waits for a list is nobody’s question')
})

t.test('what must go stands by the department with most of it, then by how often it comes', async (t) => {
  const report = reportOf([
    ['婚姻状况证明', '村委会', ''],
    ['收入证明', '村委会', '甲局'],
    ['收入证明', '村委会', '乙局'],
    ['婚姻状况证明', '村委会', '乙局'],
  ])
  t.strictSame(
    [...raisedTable(report, 'drop').rows()].map(({ cells }) => cells.slice(0, 2)),
    [
      ['乙局', '收入证明'],
      ['乙局', '婚姻状况证明'],
      ['甲局', '收入证明'],
      ['（未写）', '婚姻状况证明'],
    ],
  )
  t.strictSame(
    summaryTables(report).find(({ heading }) => heading === words.byPaper.zh)?.rows,
    [
      ['婚姻状况证明', 2],
      ['收入证明', 2],
    ],
    'and each paper once for the whole',
  )
})

t.test('what waits says which lists it waits for, in either language', async (t) => {
  const report = reportOf([['星际航行凭条', '', '']])
  const lacking = (language: 'zh' | 'en') =>
    String([...raisedTable({ ...report, setting: { ...setting, language } }, 'waits').rows()][0]?.cells[2])
  t.match(lacking('zh'), /^附件4《.*》：尚未提供/)
  t.match(lacking('en'), /^annex 4 《.*》: not supplied/)
})

t.test('items are cited as people cite them, never by an id', async (t) => {
  const report = reportOf([['关系证明', '村委会', '']])
  const said = JSON.stringify([...raisedTable(report, 'ask').rows()])
  t.match(said, /可能是：附件3第1项 亲属关系证明/)
  t.notMatch(said, 'annex-3/')
})

t.test('each list that was consulted is named with how far it is held', async (t) => {
  const held = (language: 'zh' | 'en') => {
    const report = { ...reportOf([]), setting: { ...setting, language } }
    return summaryTables(report)
      .find(({ heading }) => heading === words.incomplete[language])
      ?.rows.map((row) => row.join(' '))
  }
  const count = setting.snapshot.lists.get('annex-3')?.size
  t.match(held('zh')?.[0], new RegExp(`^附件3《.*》 完整（${count} 项）$`))
  t.match(held('zh')?.at(-1), /^《国家法律法规.*》 仅一部分（\d+ 项）/)
  t.match(held('en')?.[1], /^annex 4 《.*》 not supplied: absence proves nothing$/)
})

t.test('a place is named with all above it but the country, and the country by its name', async (t) => {
  t.equal(placeName(setting), '甘肃省平凉市崆峒区')
  t.equal(placeName({ ...setting, region: '100000' }), '全国')
})
