import { type Cell, type Row, type Table, textOf } from '../../documents/blocks.ts'
import type { Kind } from '../../lists/terms.ts'
import type { ColumnChoice } from '../options.ts'
import type { Field } from './field.ts'
import { type Meaning, plainHeader, termOf } from './header-vocabulary.ts'

/** A column as people see it: a range of grid places under one header. */
export interface Column {
  /** What --column calls it: counted from the left, or the sheet's own column. */
  readonly number: number
  readonly from: number
  readonly to: number
  /** The headers above it, outermost first. */
  readonly path: readonly string[]
  readonly field?: Field
  readonly chosen?: boolean
  /** The header is what a tick below it says. */
  readonly ticks?: true
}

/** The columns under a block of header rows: each cell of the last row heads one. */
export function columnsUnder(table: Table, headers: readonly Row[]): Column[] {
  const last = (headers.at(-1) as Row).cells
  const columns: Column[] = []
  let from = 0
  while (from < last.length) {
    let to = from + 1
    while (last[from] !== undefined && last[to] === last[from]) to += 1
    const above = [...new Set(headers.map((row) => row.cells[from]))]
    const path = above.map(textOf).filter(Boolean)
    columns.push({ number: table.fixedColumns ? from + 1 : columns.length + 1, from, to, path })
    from = to
  }
  return columns
}

/** Says nothing of its own below another header: 依据 / 名称. */
const GENERIC = /^(名称|内容|条款|类别|类型|事项|单位|要求|说明|备注)$/

function meaning(path: readonly string[], kind: Kind, values: readonly string[]): Meaning | undefined {
  const leaf = path.at(-1) ?? ''
  const parents = path.slice(0, -1)
  const ofLeaf = termOf(leaf, kind, values)
  const ofParent = parents.map((parent) => termOf(parent, kind, [])).find(Boolean)
  if (parents.length === 0 || ofLeaf?.ticks) return ofLeaf
  const whole = termOf(path.join(''), kind, [])
  if (whole) return whole
  return GENERIC.test(plainHeader(leaf)) ? (ofParent ?? ofLeaf) : (ofLeaf ?? ofParent)
}

/** Gives each column its meaning. A person's choice comes before the headers. */
export function withMeaning(
  columns: readonly Column[],
  table: Table,
  kind: Kind,
  choices: readonly ColumnChoice[],
  valuesOf: (column: Column) => readonly string[],
): Column[] {
  const found = columns.map((column) => {
    const mine = choices.filter((choice) => choice.column === column.number)
    const choice = mine.find((one) => one.table === table.id) ?? mine.find((one) => one.table === undefined)
    return choice
      ? { column, field: choice.field, weak: false, else: undefined, ticks: undefined, chosen: true }
      : { column, ...meaning(column.path, kind, valuesOf(column)), chosen: false }
  })
  const named = found.some(({ field, weak }) => field === 'name' && !weak)
  return found.map(({ column, field, weak, else: other, ticks, chosen }) => {
    // 事项名称 beside 具体内容: the second is no second name, and what it is, a person says, unless it is known.
    const means = field === 'name' && weak && named ? other : field
    return { ...column, chosen, ...(means === undefined ? {} : { field: means }), ...(ticks ? { ticks } : {}) }
  })
}

/** Columns that mean the same although nobody said so, and are no parts of one header (依据: 名称, 条款). */
export function rivals(columns: readonly Column[]): Column[][] {
  const fields = new Set(columns.map((column) => column.field))
  return [...fields].flatMap((field) => {
    const same = columns.filter((column) => column.field === field)
    const parts = same.every((column) => column.path.length > 1 && column.path[0] === same[0]?.path[0])
    const open = field !== undefined && field !== 'ignore' && field !== 'category' && same.length > 1
    const settled =
      same.every((column) => column.chosen) ||
      same.every((column) => column.ticks) ||
      (parts && field !== 'name' && field !== 'no')
    return open && !settled ? [same] : []
  })
}

/**
 * Which cells of a row belong to which column. Edges that are off by a hair make grid columns of their own in Word, so a cell
 * belongs where most of it lies; one that covers half of several columns spans them.
 */
export function cellsByColumn(
  row: Row,
  columns: readonly Column[],
  widths: readonly number[],
): { cells: Map<Column, Cell>; spanning: Cell[]; outside: Cell[]; crowded: Cell[] } {
  const width = (from: number, to: number) => {
    let sum = 0
    for (let at = from; at < to; at += 1) sum += widths[at] ?? 1
    return sum
  }
  const cells = new Map<Column, Cell>()
  const spanning: Cell[] = []
  const outside: Cell[] = []
  const crowded: Cell[] = []
  let from = 0
  while (from < row.cells.length) {
    const cell = row.cells[from]
    let to = from + 1
    while (to < row.cells.length && row.cells[to] === cell) to += 1
    if (cell) {
      const overlaps = columns
        .map((column) => ({ column, share: width(Math.max(from, column.from), Math.min(to, column.to)) }))
        .filter(({ share }) => share > 0)
      const covered = overlaps.filter(({ column, share }) => share * 2 > width(column.from, column.to))
      const best = overlaps.reduce<(typeof overlaps)[number] | undefined>(
        (a, b) => (a && a.share >= b.share ? a : b),
        undefined,
      )
      const owners = covered.length > 0 ? covered : best ? [best] : []
      if (owners.length === 0 && textOf(cell) !== '') outside.push(cell)
      if (owners.length > 1) spanning.push(cell)
      for (const { column } of owners) {
        const before = textOf(cells.get(column))
        if (before === '') cells.set(column, cell)
        else if (textOf(cell) !== '') crowded.push(cell)
      }
    }
    from = to
  }
  return { cells, spanning, outside, crowded }
}
