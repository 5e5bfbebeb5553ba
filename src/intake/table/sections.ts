import { cellsOf, type Row, type Table, textOf } from '../../documents/blocks.ts'
import type { Kind } from '../../lists/terms.ts'
import { headerBlock, isHeaderRow } from './header-rows.ts'

/** Header rows and the rows under them; `before` are the rows between these headers and the section before. */
interface Section {
  readonly headers: readonly Row[]
  readonly rows: Row[]
  repeated: number
}

/** A table cut at its header rows. `opening` stands above the first of them. */
export interface CutTable {
  readonly opening: readonly Row[]
  readonly sections: readonly Section[]
}

const signature = (rows: readonly Row[]) =>
  rows.map((row) => cellsOf(row).map(textOf).join('|').replace(/\s/g, '')).join('||')

/** Finds the headers of a table. Headers repeated on each page are counted and passed over. */
export function cutTable(table: Table, kind: Kind): CutTable {
  const opening: Row[] = []
  const sections: Section[] = []
  for (let at = 0; at < table.rows.length; at += 1) {
    const row = table.rows[at] as Row
    const section = sections.at(-1)
    if (isHeaderRow(row, kind)) {
      const headers = headerBlock(table.rows, at, kind)
      if (section && signature(section.headers) === signature(headers)) section.repeated += 1
      else sections.push({ headers, rows: [], repeated: 0 })
      at += headers.length - 1
    } else if (section) section.rows.push(row)
    else opening.push(row)
  }
  return { opening, sections }
}
