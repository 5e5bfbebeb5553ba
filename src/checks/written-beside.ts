import { letters } from '../documents/sheet/reference.ts'
import { shownAt, type TableRow } from '../documents/table-file.ts'
import type { Role } from './columns-by-role.ts'
import type { Found } from './find-header.ts'

/** What a row holds in the columns that nothing else shows, by their headers: what somebody filled in is not lost. */
export type WrittenBeside = Readonly<Record<string, string>>

/** The columns of a table beside those of some roles, as headers and places; a column without a header goes by its letter. */
export function columnsBeside({ header, columns }: Pick<Found, 'header' | 'columns'>, shown: readonly Role[]) {
  const taken = new Set(shown.map((role) => columns[role]))
  const names = new Map<string, number>()
  for (const [at, cell] of header.cells.entries()) {
    if (taken.has(at)) continue
    const name = cell.replace(/\s+/gu, ' ').trim() || letters(at + 1)
    names.set(names.has(name) ? `${name}（${letters(at + 1)}）` : name, at)
  }
  return names
}

/** What a row holds in these columns. */
export function writtenBeside(row: TableRow, columns: ReadonlyMap<string, number>): WrittenBeside {
  return Object.fromEntries([...columns].map(([name, at]) => [name, shownAt(row, at)]))
}
