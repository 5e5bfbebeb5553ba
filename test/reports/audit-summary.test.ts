import t from 'tap'
import { judgeIn } from '../../src/checks/judge.ts'
import { auditRow } from '../../src/checks/materials/audit-row.ts'
import { Tally } from '../../src/checks/materials/audit-tally.ts'
import type { AuditReport } from '../../src/reports/audit-report.ts'
import { questionTable, summaryTables } from '../../src/reports/audit-summary.ts'
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

t.test(
  'questions begin with what lists say no to; the frequent come before the rare, the unreadable last',
  async (t) => {
    const report = reportOf([
      ['长'.repeat(201), '', ''],
      ['星际航行凭条', '', ''],
      ['月球漫步凭条', '', ''],
      ['月球漫步凭条', '', ''],
      ['婚姻状况证明', '', ''],
    ])
    t.strictSame(
      [...questionTable(report).rows()].map(({ cells }) => String(cells[0]).slice(0, 6)),
      ['婚姻状况证明', '月球漫步凭条', '星际航行凭条', '长长长长长长'],
    )
  },
)

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
