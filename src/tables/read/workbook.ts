import { openPackage, type PackageParts } from '../../intake/file/package-parts.ts'
import { readXml } from '../../intake/file/xml.ts'
import { missingPart } from '../../intake/messages/file.ts'
import { Refusal } from '../../intake/refusal.ts'
import { readNumberFormats } from '../../intake/sheet/number-format.ts'
import { readSharedStrings } from '../../intake/sheet/shared-strings.ts'
import { mainPart, relationships } from '../../intake/word/parts.ts'
import { type TallCells, tallCells } from './merged-cells.ts'
import { sheetRows } from './sheet-rows.ts'
import type { Sheet, TableFile } from './table-file.ts'

/** Opens an .xlsx. Texts that cells share are read at once; the rows of a sheet only as they are asked for. */
export async function openWorkbook(bytes: Buffer): Promise<TableFile> {
  const parts = await openPackage(bytes)
  const main = await mainPart(parts, 'xl/workbook.xml', 'Excel (.xlsx)')
  const related = await relationships(parts, main)
  const found: { name: string; part: string }[] = []
  const hidden: string[] = []
  await readXml(parts.text(main), {
    open({ name, attributes: { name: title = '', id = '', state = '' } }) {
      if (name !== 'sheet') return
      if (/hidden/i.test(state)) hidden.push(title)
      else found.push({ name: title, part: related.get(id) ?? '' })
    },
  })
  const strings = await readSharedStrings(parts.text(related.get('sharedStrings') ?? 'xl/sharedStrings.xml'))
  const formats = await readNumberFormats(parts.text(related.get('styles') ?? 'xl/styles.xml'))
  const sheets: Sheet[] = []
  for (const { name, part } of found) {
    if (!parts.has(part)) throw new Refusal(missingPart(part || name))
    const rowCount = await statedRows(parts, part)
    let tall: Promise<TallCells> | undefined
    sheets.push({
      name,
      ...(rowCount === undefined ? {} : { rowCount }),
      async *rows() {
        tall ??= tallCells(parts.text(part))
        yield* sheetRows(parts.text(part), strings, formats, await tall)
      },
    })
  }
  return { sheets, hidden }
}

/** The last row of the sheet's dimension, which stands before the rows: <dimension ref="A1:H100001"/>. */
async function statedRows(parts: PackageParts, part: string): Promise<number | undefined> {
  for await (const piece of parts.text(part)) {
    const last = /<(?:\w+:)?dimension ref="\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?(\d{1,7})"/.exec(piece)?.[1]
    return last === undefined ? undefined : Number(last)
  }
  return undefined
}
