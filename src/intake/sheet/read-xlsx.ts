import type { AnnexDocument, Table } from '../document.ts'
import { openPackage, type Watch } from '../file/package-parts.ts'
import { readXml } from '../file/xml.ts'
import { hiddenColumn, hiddenSheet } from '../messages/reading.ts'
import type { Said } from '../said.ts'
import { mainPart, relationships } from '../word/parts.ts'
import { readNumberFormats } from './number-format.ts'
import { letters } from './reference.ts'
import { readSharedStrings } from './shared-strings.ts'
import { sheetTable } from './sheet-table.ts'
import { readWorksheet } from './worksheet.ts'

interface SheetEntry {
  readonly name: string
  readonly relation: string
  readonly hidden: boolean
}

/** Reads a workbook: every sheet that is shown is a table, numbered as the tabs are. */
export async function readXlsx(bytes: Buffer, watch?: Watch): Promise<AnnexDocument> {
  const parts = await openPackage(bytes, watch)
  const main = await mainPart(parts, 'xl/workbook.xml', 'Excel (.xlsx)')
  const related = await relationships(parts, main)
  const sheets: SheetEntry[] = []
  await readXml(parts.text(main), {
    open({ name, attributes }) {
      if (name !== 'sheet') return
      sheets.push({
        name: attributes.name ?? '',
        relation: attributes.id ?? '',
        hidden: /hidden/i.test(attributes.state ?? ''),
      })
    },
  })
  const strings = await readSharedStrings(parts.text(related.get('sharedStrings') ?? 'xl/sharedStrings.xml'))
  const formats = await readNumberFormats(parts.text(related.get('styles') ?? 'xl/styles.xml'))
  const blocks: Table[] = []
  const said: Said[] = []
  for (const [at, sheet] of sheets.entries()) {
    if (sheet.hidden) {
      said.push(hiddenSheet(sheet.name))
      continue
    }
    const stored = await readWorksheet(parts.text(related.get(sheet.relation) ?? ''), strings, formats)
    const { table, hidden } = sheetTable(stored, String(at + 1), sheet.name)
    if (hidden.length > 0) said.push(hiddenColumn({ table: table.id, sheet: sheet.name }, hidden.map(letters)))
    if (table.rows.length > 0) blocks.push(table)
  }
  return { blocks, said, doubts: [] }
}
