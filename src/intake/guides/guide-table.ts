import { type Cell, cellsOf, placeIn, type Row, type Table, textOf } from '../../documents/blocks.ts'
import type { Context } from '../context.ts'
import type { Entry, Value } from '../entry.ts'
import type { Findings } from '../findings.ts'
import type { Subject } from '../judge/judge-lines.ts'
import { unknownLabel } from '../messages/table-messages.ts'
import type { Field } from '../table/field.ts'
import { termOf } from '../table/header-vocabulary.ts'
import { guideName } from './guide-title.ts'

const filled = (row: Row) => cellsOf(row).filter((cell) => cell.row === row.no && textOf(cell) !== '')

/** A label and what stands beside it. */
interface Pair {
  readonly row: Row
  readonly label: Cell
  readonly value: Cell
  readonly field: Field | undefined
}

/** The pairs of a row: label, value, and maybe a second label and value. A label is narrow; a row of other shape has none. */
function pairsOf(row: Row, list: Subject): Pair[] {
  const cells = cellsOf(row).filter((cell) => cell.row === row.no || textOf(cell) !== '')
  const own = cells.length % 2 === 1 && (cells[0] as Cell).row < row.no ? cells.slice(1) : cells
  if (own.length < 2 || own.length % 2 === 1) return []
  return Array.from({ length: own.length / 2 }, (_, at) => {
    const [label, value] = own.slice(at * 2) as [Cell, Cell]
    return { row, label, value, field: termOf(textOf(label), list.kind, [])?.field }
  })
}

/** A table that is the guide of one certificate: labels on the left, their texts on the right, three of them known at least. */
export function isGuideTable(table: Table, list: Subject): boolean {
  const fields = table.rows.flatMap((row) => pairsOf(row, list).slice(0, 1)).map(({ field }) => field)
  const known = fields.filter((field) => field !== undefined && field !== 'no')
  return new Set(known).size > 2 && known.length * 2 > fields.length
}

const cellValue = (cell: Cell): Value => ({ text: textOf(cell), lines: cell.lines, marks: cell.marks })

/** Reads a table of one or more guides. A title, or a new name, begins the next. */
export function readGuideTable(
  table: Table,
  list: Subject,
  context: Context,
  findings: Findings,
  above?: string,
): Entry[] {
  const entries: Entry[] = []
  let title = above === undefined ? undefined : guideName(above)
  let open: Entry | undefined
  let named = false
  const begin = (row: Row, name: Value | undefined): Entry => {
    const entry = context.entry(placeIn(table, row.no), new Map(name ? [['name', [name]]] : []))
    entries.push(entry)
    return entry
  }
  for (const row of table.rows) {
    const [only, ...more] = filled(row)
    if (!only || findings.isSkipped(placeIn(table, row.no))) continue
    const pairs = pairsOf(row, list)
    if (more.length === 0 && pairs.length === 0) {
      title = guideName(textOf(only))
      open = undefined
      continue
    }
    for (const { label, value, field } of pairs) {
      const isName = field === 'name'
      // Another name begins another guide.
      if (!open || (isName && named)) {
        open = begin(
          row,
          title === undefined || isName ? undefined : { text: title, lines: [{ text: title }], marks: value.marks },
        )
        title = undefined
        named = false
      }
      if (isName) {
        named = true
        open.values.delete('name')
      }
      open.place = open.place.row === row.no ? open.place : { ...open.place, lastRow: row.no }
      if (field === undefined) {
        if (textOf(value) !== '')
          findings.doubtUnlessKept(
            placeIn(table, row.no),
            unknownLabel(placeIn(table, row.no), textOf(label), textOf(value)),
          )
      } else if (textOf(value) !== '' || value.marks.size > 0)
        open.values.set(field, [...(open.values.get(field) ?? []), cellValue(value)])
    }
  }
  return entries
}
