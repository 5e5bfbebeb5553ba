import { type AnnexDocument, lineOf, type Table } from '../blocks.ts'
import type { Said } from '../message.ts'
import { hiddenColumn, hiddenSheet } from '../messages/reading-messages.ts'
import { annexLimits } from '../package/file-limits.ts'
import { Tally } from '../package/held-limits.ts'
import { mainPart, relationships } from '../package/office-parts.ts'
import { openPackage, type Watch } from '../package/package-parts.ts'
import { besideCells } from './beside-cells.ts'
import { readNumberFormats } from './number-format.ts'
import { letters } from './reference.ts'
import { readSharedStrings } from './shared-strings.ts'
import { sheetEntries } from './sheet-entries.ts'
import { sheetTable } from './sheet-table.ts'
import { readWorksheet } from './worksheet-cells.ts'

/** Reads a workbook: every sheet that is shown is a table, numbered as the tabs are. */
export async function readXlsx(bytes: Buffer, watch?: Watch): Promise<AnnexDocument> {
  const parts = await openPackage(bytes, watch)
  const main = await mainPart(parts, 'xl/workbook.xml', 'Excel (.xlsx)')
  const related = await relationships(parts, main)
  const sheets = await sheetEntries(parts, main, related)
  const shared = related.get('sharedStrings') ?? 'xl/sharedStrings.xml'
  const strings = await readSharedStrings(parts.text(shared), annexLimits)
  const formats = await readNumberFormats(parts.beside(related.get('styles') ?? 'xl/styles.xml'))
  const tally = new Tally(annexLimits)
  const blocks: Table[] = []
  const said: Said[] = []
  const around: AnnexDocument['around'][number][] = []
  for (const [at, sheet] of sheets.entries()) {
    if (sheet.hidden) {
      said.push(hiddenSheet(sheet.name))
      continue
    }
    const stored = await readWorksheet(parts.text(sheet.part), { name: sheet.name, strings, formats, tally })
    const { table, hidden } = sheetTable(stored, String(at + 1), sheet.name, tally)
    if (hidden.length > 0) said.push(hiddenColumn({ table: table.id, sheet: sheet.name }, hidden.map(letters)))
    const { comments, pictures } = await besideCells(parts, sheet.part, table.id, sheet.name)
    const over = [
      ...(pictures > 0 ? (['picture'] as const) : []),
      ...(stored.embedded > 0 ? (['embedded'] as const) : []),
    ]
    const header = lineOf(stored.header.replace(/&("[^"]*"|[A-Z]|\d+)/gi, ' ')).text
    if (header !== '') around.push({ where: 'header', text: header })
    const more = { ...(comments.length > 0 ? { comments } : {}), ...(over.length > 0 ? { over } : {}) }
    if (table.rows.length + over.length > 0) blocks.push({ ...table, ...more })
  }
  return { blocks, said, doubts: [], around }
}
