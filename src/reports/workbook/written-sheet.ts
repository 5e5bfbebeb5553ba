import type { Look } from './cell-looks.ts'

/** A cell: text is written as text whatever it begins with, numbers are our own counts. */
export type WrittenCell = string | number | { readonly text: string; readonly look: Look }

/** A row to write; `look` holds for its cells that have none of their own. */
export interface WrittenRow {
  readonly cells: readonly WrittenCell[]
  readonly look?: Look
  /** The first cell lies across all columns. */
  readonly across?: boolean
  /** In points; without it the program that opens the file decides. */
  readonly height?: number
}

/** A sheet to write. `rows` is asked for when its turn has come and may take what earlier sheets found out. */
export interface WrittenSheet {
  readonly name: string
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[]
  /** Rows down to the table's header: they stay in view, the header is repeated on every printed page and gets a filter. */
  readonly headRows: number
  readonly rows: () => Iterable<WrittenRow> | AsyncIterable<WrittenRow>
}
