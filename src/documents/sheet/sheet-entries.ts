import { Refusal } from '../message.ts'
import { brokenZip } from '../messages/file-messages.ts'
import { insideFile, tooManySheets } from '../messages/limit-messages.ts'
import { mostSheets } from '../package/file-limits.ts'
import type { PackageParts } from '../package/package-parts.ts'
import { readXml } from '../package/xml.ts'

/** A sheet as the workbook names it; `part` is where its cells are, empty where the workbook does not say. */
export interface SheetEntry {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

/**
 * The sheets of a workbook, in the order of the tabs.
 * @throws Refusal where there are too many, or two are one part: what is unpacked once could be read without end.
 */
export async function sheetEntries(
  parts: PackageParts,
  main: string,
  related: ReadonlyMap<string, string>,
): Promise<SheetEntry[]> {
  const sheets: SheetEntry[] = []
  const seen = new Set<string>()
  await readXml(parts.beside(main), {
    open({ name, attributes: { name: title = '', id = '', state = '' } }) {
      if (name !== 'sheet') return
      if (sheets.length === mostSheets) throw new Refusal(tooManySheets(insideFile, mostSheets))
      const part = related.get(id) ?? ''
      if (seen.has(part)) throw new Refusal(brokenZip())
      if (part !== '') seen.add(part)
      sheets.push({ name: title, part, hidden: /hidden/i.test(state) })
    },
  })
  return sheets
}
