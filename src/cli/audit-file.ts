import { basename } from 'node:path'
import { auditRoles } from '../checks/columns-by-role.ts'
import { judgeIn } from '../checks/judge.ts'
import { auditRows } from '../checks/materials/audit.ts'
import { Tally } from '../checks/materials/audit-tally.ts'
import { Refusal } from '../documents/message.ts'
import type { AuditReport } from '../reports/audit-report.ts'
import { facts, summaryTables } from '../reports/audit-summary.ts'
import { auditFormats, auditKinds } from '../reports/write-audit.ts'
import { noRows } from './check-words.ts'
import { findTable, type Wanted } from './find-table.ts'
import { Progress } from './progress.ts'
import { settingOf } from './setting-of.ts'
import type { SettingFlags } from './setting-options.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'
import { textTable } from './text-table.ts'
import { outputKind, writeOutput } from './write-output.ts'

export interface Flags extends SettingFlags, Pick<Wanted, 'sheet' | 'column'> {
  readonly output: string
}

export async function auditFile(path: string, flags: Flags, terminal: Terminal): Promise<ExitCode> {
  const kind = outputKind(flags.output, auditKinds, [path])
  const found = await findTable(path, { needed: 'material', others: auditRoles, ...flags })
  const setting = await settingOf(flags, terminal)
  const judge = judgeIn(setting)
  const tally = new Tally()
  const { rowCount } = found.sheet
  const progress = new Progress(terminal, rowCount === undefined ? undefined : Math.max(rowCount - found.header.no, 0))
  async function* counted() {
    for await (const rows of auditRows(found, judge, tally)) {
      progress.add(rows.length)
      yield rows
    }
    progress.end()
    if (tally.rows === 0) throw new Refusal(noRows(found.sheet.name))
  }
  const report: AuditReport = {
    file: basename(path),
    found,
    setting,
    tally,
    rows: counted,
    rowsAgain: () => auditRows(found, judge),
  }
  terminal.out(
    `${facts(report)
      .map((fact) => fact.join(terminal.language === 'zh' ? '：' : ': '))
      .join('\n')}\n\n`,
  )
  await writeOutput(flags.output, (out) => auditFormats[kind](report, out))
  for (const { heading, header, rows } of summaryTables(report).slice(0, -1)) {
    const table = [header, ...rows.slice(0, 12)].map((row) => row.map(String))
    terminal.out(`${heading}\n${textTable(table, 60)}\n\n`)
  }
  return tally.objections > 0 ? EXIT.found : EXIT.ok
}
