import type { Writable } from 'node:stream'
import { type RaisedTable, raisedTable, sheetRows } from './audit-raised.ts'
import type { AuditReport } from './audit-report.ts'
import { findings, linesOf, rowHeader, rowWidths } from './audit-rows.ts'
import { facts, summaryTables } from './audit-summary.ts'
import { words } from './audit-words.ts'
import { writeWorkbook } from './workbook/write-workbook.ts'
import type { WrittenRow, WrittenSheet } from './workbook/written-sheet.ts'

/** Writes an audit as a workbook: first what an office acts on, then the counts and every row. */
export async function writeAuditXlsx(report: AuditReport, out: Writable): Promise<void> {
  const rows = rowsSheet(report)
  const raised = (['drop', 'ask', 'waits'] as const).map((standing) => raisedTable(report, standing))
  await writeWorkbook(
    {
      title: words.title[report.setting.language],
      day: report.setting.on,
      sheets: [...raised.map((table) => raisedSheet(table)), summarySheet(report), rows],
      // The others tell what was found while the rows went by.
      writtenFirst: rows,
    },
    out,
  )
}

function summarySheet(report: AuditReport): WrittenSheet {
  const { language } = report.setting
  const colon = language === 'zh' ? '：' : ': '
  return {
    name: words.summarySheet[language],
    widths: [56, 30, 22, 14],
    headRows: 0,
    *rows(): Generator<WrittenRow> {
      yield { cells: [words.title[language]], look: 'title', across: true, height: 36 }
      for (const [name, value] of facts(report))
        yield { cells: [`${name}${colon}${value}`], look: 'note', across: true }
      for (const { heading, header, rows } of summaryTables(report)) {
        yield { cells: [] }
        yield { cells: [heading], look: 'strong', height: 22 }
        yield { cells: header, look: 'head' }
        for (const cells of rows) yield { cells }
      }
    },
  }
}

function rowsSheet(report: AuditReport): WrittenSheet {
  const { language } = report.setting
  const header = report.found.header.cells
  return {
    name: words.rowsSheet[language],
    widths: rowWidths(header),
    headRows: 1,
    async *rows(): AsyncGenerator<WrittenRow> {
      yield { cells: rowHeader(header, language), look: 'head', height: 30 }
      for await (const batch of report.rows()) {
        for (const row of batch) {
          for (const line of linesOf(row, header.length, report.setting)) {
            const [judged = '', verdict = '', ...others] = findings(line)
            const found = [judged, { text: verdict, look: line.description.look }, ...others]
            yield { cells: [line.no, ...line.input, ...found, ...line.beyond] }
          }
        }
      }
    },
  }
}

function raisedSheet(table: RaisedTable): WrittenSheet {
  return { name: table.name, widths: table.widths, headRows: 1, rows: () => sheetRows(table) }
}
