import { Refusal } from '../message.ts'
import { missingPart } from '../messages/file-messages.ts'
import { inSheet } from '../messages/limit-messages.ts'
import { tableLimits } from '../package/file-limits.ts'
import { mainPart, relationships } from '../package/office-parts.ts'
import { openPackage, type PackageParts } from '../package/package-parts.ts'
import type { Sheet, TableFile } from '../table-file.ts'
import { type TallCells, tallCells } from './merged-cells.ts'
import { readNumberFormats } from './number-format.ts'
import { readSharedStrings } from './shared-strings.ts'
import { sheetEntries } from './sheet-entries.ts'
import { sheetRows } from './sheet-rows.ts'

/** Opens an .xlsx. Texts that cells share are read at once; the rows of a sheet only as they are asked for. */
export async function openWorkbook(bytes: Buffer): Promise<TableFile> {
  const parts = await openPackage(bytes)
  const main = await mainPart(parts, 'xl/workbook.xml', 'Excel (.xlsx)')
  const related = await relationships(parts, main)
  const entries = await sheetEntries(parts, main, related)
  const shared = related.get('sharedStrings') ?? 'xl/sharedStrings.xml'
  const strings = await readSharedStrings(parts.text(shared), tableLimits)
  const formats = await readNumberFormats(parts.beside(related.get('styles') ?? 'xl/styles.xml'))
  const sheets: Sheet[] = []
  for (const { name, part, hidden } of entries) {
    if (hidden) continue
    if (!parts.has(part)) throw new Refusal(missingPart(part || name))
    const rowCount = await statedRows(parts, part)
    let tall: Promise<TallCells> | undefined
    sheets.push({
      name,
      ...(rowCount === undefined ? {} : { rowCount }),
      async *rows() {
        tall ??= tallCells(parts.text(part), () => inSheet(name, 1))
        yield* sheetRows(parts.text(part), { name, strings, formats, tall: await tall })
      },
    })
  }
  return { sheets, hidden: entries.filter(({ hidden }) => hidden).map(({ name }) => name) }
}

/** The last row of the sheet's dimension, which stands before the rows: <dimension ref="A1:H100001"/>. */
async function statedRows(parts: PackageParts, part: string): Promise<number | undefined> {
  for await (const piece of parts.text(part)) {
    const last = /<(?:\w+:)?dimension ref="\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?(\d{1,7})"/.exec(piece)?.[1]
    return last === undefined ? undefined : Number(last)
  }
  return undefined
}
