import { byteOrderMark, csvLine } from '../tables/write/csv-line.ts'
import type { AuditReport } from './audit-report.ts'
import { findings, linesOf, rowHeader } from './audit-rows.ts'

/** An audit's rows as CSV; its counts are what the terminal shows. */
export async function* auditCsv(report: AuditReport): AsyncGenerator<string> {
  const { language } = report.setting
  const header = report.found.header.cells
  yield byteOrderMark + csvLine(rowHeader(header, language))
  for await (const batch of report.rows()) {
    const lines = batch.flatMap((row) => linesOf(row, header.length, language))
    yield lines.map((line) => csvLine([line.no, ...line.input, ...findings(line), ...line.beyond])).join('')
  }
}
