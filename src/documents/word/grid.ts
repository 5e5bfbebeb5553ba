import {
  type Block,
  type Cell,
  type Comment,
  type Line,
  lineOf,
  type Mark,
  NO_MARKS,
  type Row,
  type Table,
} from '../blocks.ts'
import { inTable } from '../messages/limit-messages.ts'
import { mostColumns } from '../package/file-limits.ts'
import type { Tally } from '../package/held-limits.ts'
import type { Place } from '../place-in-file.ts'

/** A w:tc as it stands in the file, before merging is worked out. */
export interface OpenCell {
  span: number
  /** continues: the cell above goes on here. begins: a cell that those below may continue. */
  vertical?: 'begins' | 'continues'
  /** The older way of merging sideways: this cell belongs to the one on its left. */
  joinsLeft?: boolean
  lines: Line[]
  marks: Set<Mark>
  inside: Block[]
  /** The colour behind its text. */
  ground?: string | undefined
}

/** A w:tr as it stands in the file. */
export interface OpenRow {
  /** What of it is left out: it is hidden, or deleted by a tracked change. `gone` is its text. */
  skipped?: 'hidden' | 'deleted'
  gone: string
  before: number
  readonly cells: OpenCell[]
}

/** Puts the rows of a w:tbl on a grid: every merged cell covers all its places. */
export class GridBuilder {
  readonly widths: number[] = []
  readonly #tally: Tally
  readonly #id: string
  readonly #rows: Row[] = []
  /** Rows that were left out keep their numbers: people who see them count them. */
  readonly left: { readonly place: Place; readonly how: 'hidden' | 'deleted'; readonly text: string }[] = []
  #count = 0
  /** By column: the cell that a "continues" in the next row goes on with. */
  #open: (Cell | undefined)[] = []
  nested = 0
  readonly comments: Comment[] = []

  constructor(id: string, tally: Tally) {
    this.#tally = tally
    this.#id = id
  }

  /** How many rows there are so far. */
  get rowCount(): number {
    return this.#count
  }

  /** Takes in a comment on the row that is being read. */
  comment(text: string): void {
    this.comments.push({ place: { table: this.#id, row: this.#count + 1 }, text })
  }

  get id(): string {
    return this.#id
  }

  readonly #where = () => inTable(this.#id, this.#count)

  /** The width of a grid column. */
  width(width: number): void {
    this.widths.push(width)
    this.#tally.column(this.widths.length, this.#where)
  }

  add(row: OpenRow): void {
    this.#count += 1
    const no = this.#count
    this.#tally.row(no, this.#where)
    if (row.skipped) {
      this.left.push({ place: { table: this.#id, row: no }, how: row.skipped, text: lineOf(row.gone).text })
      return
    }
    const cells: (Cell | undefined)[] = Array.from({ length: Math.min(row.before, mostColumns) }, () => undefined)
    const open: (Cell | undefined)[] = []
    for (const raw of row.cells) {
      const at = cells.length
      this.#tally.column(at + raw.span, this.#where)
      this.#tally.cells(raw.span, this.#where)
      const above = raw.vertical === 'continues' ? this.#open[at] : undefined
      const left = raw.joinsLeft ? cells[at - 1] : undefined
      const cell = left ?? above ?? this.#cell(raw, no, at)
      if (cell === above) cell.rowSpan = no - cell.row + 1
      for (let column = at; column < at + raw.span; column += 1) {
        cells[column] = cell
        if (raw.vertical) open[column] = cell
      }
    }
    this.#open = open
    this.#rows.push({ no, cells })
  }

  #cell(raw: OpenCell, row: number, at: number): Cell {
    return {
      row,
      column: at + 1,
      rowSpan: 1,
      lines: raw.lines,
      marks: raw.marks.size > 0 ? raw.marks : NO_MARKS,
      ...(raw.inside.some((block) => block.kind === 'table') ? { inside: raw.inside } : {}),
    }
  }

  table(): Table {
    return {
      kind: 'table',
      id: this.#id,
      widths: this.widths,
      fixedColumns: false,
      rows: this.#rows,
      ...(this.comments.length > 0 ? { comments: this.comments } : {}),
    }
  }
}
