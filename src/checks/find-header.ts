import { cellAt, type Sheet, type TableFile, type TableRow } from '../documents/table-file.ts'
import { type Columns, columnsOf, type Role } from './columns-by-role.ts'

/** A sheet whose header was found. */
export interface Found {
  readonly sheet: Sheet
  readonly header: TableRow
  readonly columns: Columns
  /** Other sheets of the file that have the needed column as well and are not read. */
  readonly unread?: readonly string[]
}

/** Titles, notes and units stand above a header; nobody writes more than this many rows of them. */
const searched = 30

/** A header of two rows as one: what stands in the lower, or above it where the lower is empty (申请材料 over 材料名称, 出具单位). */
function twoRows(upper: TableRow, lower: TableRow): TableRow {
  const width = Math.max(upper.cells.length, lower.cells.length)
  const cells = Array.from({ length: width }, (_, at) =>
    cellAt(lower, at).trim() ? cellAt(lower, at) : cellAt(upper, at),
  )
  return { no: lower.no, cells }
}

/** The header of a sheet: the first of its rows, or pairs of rows, that names the needed column and most of the others. */
export async function findHeader(sheet: Sheet, needed: Role, others: readonly Role[]): Promise<Found | undefined> {
  const candidates: Found[] = []
  const look = (header: TableRow) => {
    const columns = columnsOf(header.cells, [needed, ...others])
    if (columns[needed] !== undefined) candidates.push({ sheet, header, columns })
  }
  let seen = 0
  let above: TableRow | undefined
  for await (const rows of sheet.rows()) {
    for (const row of rows.slice(0, searched - seen)) {
      look(row)
      if (above) look(twoRows(above, row))
      above = row
    }
    seen += rows.length
    if (seen >= searched) break
  }
  const known = (found: Found) => Object.keys(found.columns).length
  return candidates.reduce<Found | undefined>(
    (best, one) => (best && known(best) >= known(one) ? best : one),
    undefined,
  )
}

/** The first sheet with the needed column, and which others have it. */
export async function firstHeader(file: TableFile, needed: Role, others: readonly Role[]) {
  const found: Found[] = []
  for (const sheet of file.sheets) {
    const one = await findHeader(sheet, needed, others)
    if (one) found.push(one)
  }
  const [first, ...rest] = found
  return first && { ...first, unread: rest.map(({ sheet }) => sheet.name) }
}

/** The rows below a header. Headers repeated further down, as on printed pages, are no rows. */
export async function* rowsBelow({ sheet, header }: Found): AsyncGenerator<readonly TableRow[]> {
  const title = header.cells.join('\n')
  for await (const rows of sheet.rows()) {
    yield rows.filter((row) => row.no > header.no && row.cells.join('\n') !== title)
  }
}
