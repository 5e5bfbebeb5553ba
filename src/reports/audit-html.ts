import type { AuditReport } from './audit-report.ts'
import { findings, linesOf, rowHeader } from './audit-rows.ts'
import { facts, questionTable, summaryTables } from './audit-summary.ts'
import { words } from './audit-words.ts'
import { htmlText } from './html-text.ts'
import { pageEnd, pageStart } from './page-frame.ts'

/** Rows in one table. A browser lays out only the tables in view, so that a hundred thousand rows still scroll. */
const perTable = 200

const cells = (tag: 'td' | 'th', texts: readonly (string | number)[]) =>
  texts.map((text) => `<${tag}${typeof text === 'number' ? ' class="n"' : ''}>${htmlText(text)}</${tag}>`).join('')
const head = (texts: readonly string[]) => `<thead><tr>${cells('th', texts)}</tr></thead>`

/** An audit as one page that needs nothing but itself. It is read twice: its counts stand above its rows. */
export async function* auditHtml(report: AuditReport): AsyncGenerator<string> {
  const { language } = report.setting
  for await (const _ of report.rows());
  yield pageStart(words.title[language], language)
  yield `<dl>${facts(report)
    .map(([name, value]) => `<dt>${htmlText(name)}</dt><dd>${htmlText(value)}</dd>`)
    .join('')}</dl>`
  for (const { heading, header, rows } of summaryTables(report)) {
    const body = rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('')
    yield `<h2>${htmlText(heading)}</h2><table>${head(header)}<tbody>${body}</tbody></table>`
  }
  const asked = questionTable(report, language)
  yield `<h2>${htmlText(words.askSheet[language])}</h2><table>${head(asked.header)}<tbody>`
  for (const { cells: texts, look } of asked.rows()) yield `<tr class="${look}">${cells('td', texts)}</tr>\n`
  yield `</tbody></table><h2>${htmlText(words.rowsSheet[language])}</h2>`
  yield* rowTables(report)
  yield pageEnd
}

async function* rowTables(report: AuditReport): AsyncGenerator<string> {
  const { language } = report.setting
  const header = report.found.header.cells
  const start = `<div class="rows"><table>${head(rowHeader(header, language))}<tbody>`
  let inTable = 0
  for await (const batch of report.rowsAgain()) {
    let piece = ''
    for (const line of batch.flatMap((row) => linesOf(row, header.length, language))) {
      if (inTable === 0) piece += start
      piece += `<tr class="${line.description.look}">${cells('td', [line.no, ...line.input, ...findings(line), ...line.beyond])}</tr>\n`
      inTable += 1
      if (inTable < perTable) continue
      piece += '</tbody></table></div>'
      inTable = 0
    }
    yield piece
  }
  if (inTable > 0) yield '</tbody></table></div>'
}
