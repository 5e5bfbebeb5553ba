import { InvalidArgumentError } from 'commander'
import { type Columns, plainHeader, type Role, roles } from '../checks/columns.ts'
import { type Found, findHeader, firstHeader } from '../checks/header.ts'
import { Refusal } from '../intake/refusal.ts'
import { spot } from '../intake/sheet/reference.ts'
import { openTableFile } from '../tables/read/open-table-file.ts'
import type { Sheet, TableFile, TableRow } from '../tables/read/table-file.ts'
import { noColumn, noSheet } from './check-words.ts'

/** A column that the caller names: by its header, or by its letter. */
export interface NamedColumn {
  readonly role: Role
  readonly column: string
}

/** material=材料名称, 材料名称=C */
export function namedColumn(text: string, before: readonly NamedColumn[] = []): NamedColumn[] {
  const [, word = '', column = ''] = /^([^=]+)=(.+)$/u.exec(text) ?? []
  const role = Object.entries(roles).find(([role, { label }]) => role === word || label.zh === word)?.[0]
  if (role === undefined) throw new InvalidArgumentError(`'${text}'`)
  return [...before, { role: role as Role, column }]
}

/** What to look for in a file. */
export interface Wanted {
  readonly needed: Role
  readonly others: readonly Role[]
  readonly sheet?: string
  readonly column?: readonly NamedColumn[]
}

/** Opens a file and finds the header with the needed column. @throws Refusal in one sentence where there is none. */
export async function findTable(path: string, { needed, others, sheet, column = [] }: Wanted): Promise<Found> {
  const file = await openTableFile(path)
  const chosen = sheet === undefined ? undefined : sheetOf(file, sheet)
  const first = chosen ?? file.sheets[0]
  if (!first) throw new Refusal(noColumn(needed, []))
  const named = column.some(({ role }) => role === needed)
    ? await byName(chosen ? [chosen] : file.sheets, column)
    : undefined
  const found = named ?? (chosen ? await findHeader(chosen, needed, others) : await firstHeader(file, needed, others))
  if (!found) throw new Refusal(noColumn(needed, (await firstRow(first))?.cells.filter((cell) => cell.trim()) ?? []))
  return { ...found, columns: { ...found.columns, ...chosenColumns(found.header, column) } }
}

function sheetOf({ sheets }: TableFile, wanted: string): Sheet {
  const sheet = sheets.find(({ name }) => name === wanted) ?? sheets[Number(wanted) - 1]
  if (sheet) return sheet
  throw new Refusal(
    noSheet(
      wanted,
      sheets.map(({ name }) => name),
    ),
  )
}

/** The first row that has every column the caller named; letters fit any row, so they alone mean the first. */
async function byName(sheets: readonly Sheet[], columns: readonly NamedColumn[]): Promise<Found | undefined> {
  for (const sheet of sheets) {
    for await (const rows of sheet.rows()) {
      const header = rows.find(({ cells }) => columns.every(({ column }) => columnAt(cells, column) !== undefined))
      if (header) return { sheet, header, columns: {} }
      break
    }
  }
  return undefined
}

function chosenColumns({ cells }: TableRow, columns: readonly NamedColumn[]): Columns {
  return Object.fromEntries(
    columns.map(({ role, column }) => {
      const at = columnAt(cells, column)
      if (at === undefined)
        throw new Refusal(
          noColumn(
            role,
            cells.filter((cell) => cell.trim()),
          ),
        )
      return [role, at]
    }),
  )
}

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
