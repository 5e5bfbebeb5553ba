/** A row as it is stored: its number in the file, from 1, and the text of its cells. Rows that hold nothing are left out. */
export interface TableRow {
  readonly no: number
  readonly cells: readonly string[]
  /** What cells that are merged over several rows, and begin further up, show in this one; by column. */
  readonly above?: ReadonlyMap<number, string>
}

/** The text of a cell; rows end with their last filled cell, and a column may not be there at all. */
export const cellAt = ({ cells }: TableRow, column: number | undefined): string =>
  (column === undefined ? undefined : cells[column]) ?? ''

/** The text that a person sees in a cell: where it is merged with one further up, the text of that one. */
export const shownAt = (row: TableRow, column: number | undefined): string =>
  (column === undefined ? undefined : row.above?.get(column)) ?? cellAt(row, column)

/** One sheet of a file, or the one table of a CSV file. */
export interface Sheet {
  readonly name: string
  /** About how many rows there are, as far as that is known without reading them. A progress bar needs no more. */
  readonly rowCount?: number
  /** Reads the rows anew each time, a few at a time: the table is never in memory as a whole. */
  rows(): AsyncGenerator<readonly TableRow[]>
}

/** A file of rows and columns. Hidden sheets are not among its sheets: what nobody sees is not judged. */
export interface TableFile {
  readonly sheets: readonly Sheet[]
  /** Names of the hidden ones, so that whoever misses one is told. */
  readonly hidden?: readonly string[]
}
