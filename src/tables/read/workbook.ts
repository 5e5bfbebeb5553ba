import { tableLimits } from '../../intake/file/limits.ts'
import { openPackage, type PackageParts } from '../../intake/file/package-parts.ts'
import { missingPart } from '../../intake/messages/file.ts'
import { inSheet } from '../../intake/messages/limits.ts'
import { Refusal } from '../../intake/refusal.ts'
import { readNumberFormats } from '../../intake/sheet/number-format.ts'
import { readSharedStrings } from '../../intake/sheet/shared-strings.ts'
import { sheetEntries } from '../../intake/sheet/sheet-entries.ts'
import { mainPart, relationships } from '../../intake/word/parts.ts'
import { type TallCells, tallCells } from './merged-cells.ts'
import { sheetRows } from './sheet-rows.ts'
import type { Sheet, TableFile } from './table-file.ts'

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
