import { type Cell, cellsOf, type Row, textOf } from '../../documents/blocks.ts'
import type { Column } from './column-roles.ts'
import { heading, isNote, isTotal } from './heading.ts'
import { inChinese, itemNumber } from './number.ts'

/** What a row of a list table is. */
export type RowKind = 'blank' | 'entry' | 'group' | 'note' | 'total' | 'wide'

/** A row below the headers, with its cells by column. */
export interface BodyRow {
  readonly row: Row
  readonly cells: ReadonlyMap<Column, Cell>
  /** Whether other rows number their items in digits, so that 一 numbers a group. */
  readonly digits: boolean
}

const columnOf = (columns: Iterable<Column>, field: 'no' | 'name') =>
  [...columns].find((column) => column.field === field)

/** The texts that begin in this row; what is merged from above is not news. */
export const ownTexts = (row: Row): string[] =>
  cellsOf(row)
    .filter((cell) => cell.row === row.no)
    .map(textOf)
    .filter(Boolean)

/** Tells what a row is; `wide` is a text across the table that is none of the others. */
export function rowKind({ row, cells, digits }: BodyRow): RowKind {
  const own = cellsOf(row).filter((cell) => cell.row === row.no && (textOf(cell) !== '' || cell.marks.size > 0))
  const [first] = own
  if (!first) return 'blank'
  const no = columnOf(cells.keys(), 'no')
  const name = columnOf(cells.keys(), 'name')
  const text = textOf(first)
  const noText = textOf(no && cells.get(no))
  const nameText = textOf(name && cells.get(name))
  if (isTotal(text) || (noText === '' && isTotal(nameText))) return 'total'
  const places = row.cells.filter((cell) => cell === first).length
  if (own.length === 1) {
    if (isNote(text)) return 'note'
    const inName = name !== undefined && cells.get(name) === first && places <= name.to - name.from
    if (heading(text)) return 'group'
    if (inName || itemNumber(text) !== undefined) return 'entry'
    if (places > 1 && places * 2 >= row.cells.length)
      return text.length <= 40 && !/[。；;]/.test(text) ? 'group' : 'wide'
    return row.cells[0] === first ? 'wide' : 'entry'
  }
  const numberAndName = own.length === 2 && noText !== '' && nameText !== ''
  return numberAndName && digits && inChinese(noText) ? 'group' : 'entry'
}
