import { stringify } from 'csv-stringify/sync'
import type { AuditReport } from './audit-report.ts'
import { findings, linesOf, rowHeader } from './audit-rows.ts'

/** An audit's rows as CSV; its counts are what the terminal shows. */
export async function* auditCsv(report: AuditReport): AsyncGenerator<string> {
  const { language } = report.setting
  const header = report.found.header.cells
  yield csv([rowHeader(header, language)], true)
  for await (const batch of report.rows()) {
    const lines = batch.flatMap((row) => linesOf(row, header.length, report.setting))
    yield csv(lines.map((line) => [line.no, ...line.input, ...findings(line), ...line.beyond]))
  }
}

/** A workbook says of each cell that it is text; a CSV file cannot, so what a spreadsheet would run gets an apostrophe before it. */
const csv = (rows: (string | number)[][], bom = false) =>
  stringify(rows, { bom, record_delimiter: '\r\n', escape_formulas: true })
