import { type Cell, lineOf, type Row, type Table } from '../document.ts'
import { tooLarge } from '../messages/file.ts'
import { Refusal } from '../refusal.ts'
import type { Filled, Stored } from './worksheet.ts'

const MOST_COLUMNS = 500
const MOST_ROWS = 50_000
const MOST_PLACES = 5_000_000

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
export function sheetTable(stored: Stored, id: string, name: string): { table: Table; hidden: number[] } {
  const isHidden = (column: number) => stored.hiddenColumns.some(([from, to]) => column >= from && column <= to)
  const hidden = [...new Set(stored.cells.map((cell) => cell.column).filter(isHidden))].sort((a, b) => a - b)
  const rows = new Map<number, (Cell | undefined)[]>()
  let width = 0
  for (const filled of stored.cells) {
    if (isHidden(filled.column)) continue
    if (filled.column > MOST_COLUMNS || filled.row > MOST_ROWS) throw new Refusal(tooLarge())
    width = Math.max(width, filled.column)
    const row = rows.get(filled.row) ?? []
    row[filled.column - 1] = toCell(filled)
    rows.set(filled.row, row)
  }
  let places = 0
  for (const [from, to] of stored.merged) {
    const cell = rows.get(from.row)?.[from.column - 1]
    if (!cell) continue
    const lastColumn = Math.min(to.column, width)
    cell.rowSpan = to.row - from.row + 1
    for (let at = from.row; at <= Math.min(to.row, MOST_ROWS); at += 1) {
      const row = rows.get(at)
      places += lastColumn - from.column + 1
      if (places > MOST_PLACES) throw new Refusal(tooLarge())
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
        cells: Array.from({ length: width }, (_, at) => cells[at]),
        ...(stored.hiddenRows.has(no) ? { hidden: true } : {}),
      }),
    ),
  }
  return { table, hidden }
}
