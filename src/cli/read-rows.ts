import { basename } from 'node:path'
import type { Columns, Role } from '../checks/columns-by-role.ts'
import { type Found, rowsBelow } from '../checks/find-header.ts'
import { columnsBeside, type WrittenBeside, writtenBeside } from '../checks/written-beside.ts'
import type { Unasked } from '../checks/written-name.ts'
import { Refusal } from '../documents/message.ts'
import type { TableRow } from '../documents/table-file.ts'
import { leftOut, noRows } from './check-words.ts'
import type { Terminal } from './terminal.ts'

/** What a row names, each thing it names by itself; what its cell holds where that is no name. */
type OfRow<One> = (row: TableRow, columns: Columns) => readonly (One | Unasked)[]

/**
 * Reads what the rows below a header name, with the columns beside those that are shown. What cannot be asked about is told, so that nobody takes the rest for all.
 * @throws Refusal where nothing is named.
 */
export async function readRows<One extends object>(
  path: string,
  found: Found,
  { language, error: tell }: Terminal,
  shown: readonly Role[],
  ofRow: OfRow<One>,
): Promise<(One & { readonly written?: WrittenBeside })[]> {
  const named: (One & { readonly written?: WrittenBeside })[] = []
  const beside = columnsBeside(found, shown)
  const left = { too_long: new Set<number>(), no_result: new Set<number>() }
  for await (const rows of rowsBelow(found)) {
    for (const row of rows) {
      for (const one of ofRow(row, found.columns)) {
        if (typeof one === 'object') named.push(beside.size > 0 ? { ...one, written: writtenBeside(row, beside) } : one)
        else if (one !== 'empty') left[one].add(row.no)
      }
    }
  }
  for (const why of ['too_long', 'no_result'] as const) {
    if (left[why].size > 0) tell(leftOut(basename(path), why, [...left[why]])[language])
  }
  if (named.length === 0) throw new Refusal(noRows(found.sheet.name))
  return named
}
