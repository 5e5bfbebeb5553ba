import { raisedTable } from './audit-raised.ts'
import type { AuditReport } from './audit-report.ts'
import { findings, linesOf, rowHeader, rowWidths } from './audit-rows.ts'
import { facts, summaryTables } from './audit-summary.ts'
import { words } from './audit-words.ts'
import { htmlText } from './html-text.ts'
import { pageEnd, pageStart } from './page-frame.ts'
import type { WrittenCell } from './workbook/written-sheet.ts'

/** Rows in one table. A browser lays out only the tables in view, so that a hundred thousand rows still scroll. */
const perTable = 200
/** About what a row takes, so that a table not yet laid out leaves room for itself. */
const rowPixels = 60

const cells = (tag: 'td' | 'th', texts: readonly (string | number)[]) =>
  texts.map((text) => `<${tag}${typeof text === 'number' ? ' class="n"' : ''}>${htmlText(text)}</${tag}>`).join('')
const head = (texts: readonly string[]) => `<thead><tr>${cells('th', texts)}</tr></thead>`

const shown = (cell: WrittenCell) => (typeof cell === 'object' ? cell.text : cell)

/** A table whose columns share the page by their widths in characters, and that scrolls aside where they are too many for it. */
function wideTable(widths: readonly number[], header: readonly string[]): string {
  const all = widths.reduce((sum, width) => sum + width, 0)
  const columns = widths.map((width) => `<col style="width:${((width / all) * 100).toFixed(2)}%">`).join('')
  return `<table style="min-width:${Math.round(all / 4)}em"><colgroup>${columns}</colgroup>${head(header)}<tbody>`
}

/** An audit as one page that needs nothing but itself. It is read twice: its counts stand above its rows. */
export async function* auditHtml(report: AuditReport): AsyncGenerator<string> {
  const { language } = report.setting
  for await (const _ of report.rows());
  yield pageStart(words.title[language], language)
  yield `<dl>${facts(report)
    .map(([name, value]) => `<dt>${htmlText(name)}</dt><dd>${htmlText(value)}</dd>`)
    .join('')}</dl>`
  for (const standing of ['drop', 'ask', 'waits'] as const) {
    const { name, header, widths, rows } = raisedTable(report, standing)
    yield `<h2>${htmlText(name)}</h2><div class="wide">${wideTable(widths, header)}`
    for (const { cells: texts, look } of rows()) yield `<tr class="${look}">${cells('td', texts.map(shown))}</tr>\n`
    yield '</tbody></table></div>'
  }
  for (const { heading, header, rows } of summaryTables(report)) {
    const body = rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('')
    yield `<h2>${htmlText(heading)}</h2><table>${head(header)}<tbody>${body}</tbody></table>`
  }
  yield `<h2>${htmlText(words.rowsSheet[language])}</h2>`
  yield* rowTables(report)
  yield pageEnd
}

async function* rowTables(report: AuditReport): AsyncGenerator<string> {
  const { language } = report.setting
  const header = report.found.header.cells
  const table = wideTable(rowWidths(header), rowHeader(header, language))
  let left = report.tally.materials
  let inTable = 0
  for await (const batch of report.rowsAgain()) {
    let piece = ''
    for (const line of batch.flatMap((row) => linesOf(row, header.length, report.setting))) {
      if (inTable === 0)
        piece += `<div class="rows wide" style="contain-intrinsic-size:auto ${Math.min(left, perTable) * rowPixels}px">${table}`
      piece += `<tr class="${line.description.look}">${cells('td', [line.no, ...line.input, ...findings(line), ...line.beyond])}</tr>\n`
      inTable += 1
      left -= 1
      if (inTable < perTable) continue
      piece += '</tbody></table></div>'
      inTable = 0
    }
    yield piece
  }
  if (inTable > 0) yield '</tbody></table></div>'
}
