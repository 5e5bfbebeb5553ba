import { columnsOf, plainHeader, type Role } from '../checks/columns-by-role.ts'
import { type Found, findHeader, firstHeader } from '../checks/find-header.ts'
import { Refusal } from '../documents/message.ts'
import { openTableFile } from '../documents/open-table-file.ts'
import { spot } from '../documents/sheet/reference.ts'
import type { Sheet, TableFile, TableRow } from '../documents/table-file.ts'
import { noColumn, noSheet } from './check-words.ts'
import type { NamedColumn } from './column-option.ts'

/** What to look for in a file. */
export interface Wanted {
  readonly needed: Role
  readonly others: readonly Role[]
  readonly sheet?: string
  /** Columns that the caller names; absent where the command takes none. */
  readonly column?: readonly NamedColumn[]
}

/** Opens a file and finds the header with the needed column. @throws Refusal in one sentence where there is none. */
export async function findTable(path: string, { needed, others, sheet, column }: Wanted): Promise<Found> {
  const file = await openTableFile(path)
  const { hidden = [] } = file
  const chosen = sheet === undefined ? undefined : sheetOf(file, sheet)
  const named = column ?? []
  const mayName = column !== undefined
  const found = named.some(({ role }) => role === needed)
    ? await byName(chosen ? [chosen] : file.sheets, named)
    : await (chosen ? findHeader(chosen, needed, others) : firstHeader(file, needed, others))
  if (!found) {
    const first = chosen ?? file.sheets[0]
    throw new Refusal(noColumn(needed, first ? filled(await firstRow(first)) : [], { mayName, hidden }))
  }
  const { cells } = found.header
  const own = named.map(({ role, column: name }): [Role, number] => {
    const at = columnAt(cells, name)
    if (at === undefined) throw new Refusal(noColumn(role, filled(found.header), { mayName, hidden }))
    return [role, at]
  })
  // A column that the caller names is that and nothing else; the others are recognised all the same.
  const recognised = Object.entries(columnsOf(cells, [needed, ...others])).filter(
    ([role, at]) => !own.some(([name, place]) => name === role || place === at),
  )
  return { ...found, columns: Object.fromEntries([...recognised, ...own]) }
}

function sheetOf({ sheets, hidden = [] }: TableFile, wanted: string): Sheet {
  const sheet = sheets.find(({ name }) => name === wanted) ?? sheets[Number(wanted) - 1]
  if (sheet) return sheet
  throw new Refusal(
    noSheet(
      wanted,
      sheets.map(({ name }) => name),
      hidden,
    ),
  )
}

/**
 * The first row that has every column the caller named. A letter fits any row, a title too: a row with several cells goes before
 * one whose only cell may be the title of the table.
 */
async function byName(sheets: readonly Sheet[], columns: readonly NamedColumn[]): Promise<Found | undefined> {
  for (const sheet of sheets) {
    for await (const rows of sheet.rows()) {
      const fitting = rows.filter(({ cells }) =>
        columns.every(({ column }) => cells[columnAt(cells, column) ?? cells.length]?.trim()),
      )
      const header = fitting.find((row) => filled(row).length > 1) ?? fitting[0]
      if (header) return { sheet, header, columns: {} }
      break
    }
  }
  return undefined
}

const filled = (row: TableRow | undefined) => row?.cells.filter((cell) => cell.trim()) ?? []

function columnAt(cells: readonly string[], column: string): number | undefined {
  const at = cells.findIndex((cell) => plainHeader(cell) === plainHeader(column))
  if (at >= 0) return at
  const letter = /^[A-Za-z]{1,3}$/.test(column) ? spot(`${column.toUpperCase()}1`)?.column : undefined
  return letter !== undefined && letter <= cells.length ? letter - 1 : undefined
}

async function firstRow(sheet: Sheet): Promise<TableRow | undefined> {
  for await (const [row] of sheet.rows()) return row
  return undefined
}
