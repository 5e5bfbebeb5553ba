import { type Cell, lineOf, type Row, type Table } from '../blocks.ts'
import { inSheet } from '../messages/limit-messages.ts'
import { annexLimits } from '../package/file-limits.ts'
import type { Tally } from '../package/held-limits.ts'
import type { Filled, Stored } from './worksheet-cells.ts'

const toCell = (filled: Filled): Cell => ({
  row: filled.row,
  column: filled.column,
  rowSpan: 1,
  lines: filled.text
    .split(/\r?\n/)
    .map(lineOf)
    .filter((line) => line.text !== ''),
  marks: filled.marks,
})

/** Puts a stored sheet on a grid: rows that hold nothing are left out, merged areas are filled with their first cell. */
export function sheetTable(stored: Stored, id: string, name: string, tally: Tally): { table: Table; hidden: number[] } {
  const isHidden = (column: number) => stored.hiddenColumns.has(column)
  const at = (row: number) => () => inSheet(name, row)
  const hidden = [...new Set(stored.cells.map((cell) => cell.column).filter(isHidden))].sort((a, b) => a - b)
  const rows = new Map<number, (Cell | undefined)[]>()
  let width = 0
  for (const filled of stored.cells) {
    if (isHidden(filled.column)) continue
    tally.row(filled.row, at(filled.row))
    tally.column(filled.column, at(filled.row))
    width = Math.max(width, filled.column)
    const row = rows.get(filled.row) ?? []
    const cell = toCell(filled)
    tally.cells(cell.lines.length, at(filled.row))
    row[filled.column - 1] = cell
    rows.set(filled.row, row)
  }
  // One cell far to the right makes every row as wide.
  tally.cells(width * rows.size, at(1))
  for (const [from, to] of stored.merged) {
    const cell = rows.get(from.row)?.[from.column - 1]
    if (!cell) continue
    const lastColumn = Math.min(to.column, width)
    cell.rowSpan = to.row - from.row + 1
    for (let no = from.row; no <= Math.min(to.row, annexLimits.rows); no += 1) {
      const row = rows.get(no)
      // An area may be written backwards and then covers no column, but its rows are gone through all the same.
      tally.cells(Math.max(1, lastColumn - from.column + 1), at(from.row))
      for (let column = from.column; row && column <= lastColumn; column += 1) row[column - 1] = cell
    }
  }
  const sorted = [...rows].sort(([a], [b]) => a - b)
  const table: Table = {
    kind: 'table',
    id,
    name,
    widths: [],
    fixedColumns: true,
    rows: sorted.map(
      ([no, cells]): Row => ({
        no,
        cells: Array.from({ length: width }, (_, column) => cells[column]),
        ...(stored.hiddenRows.has(no) ? { hidden: true } : {}),
      }),
    ),
  }
  return { table, hidden }
}
