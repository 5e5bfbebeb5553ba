import type { Said } from './message.ts'
import type { Place } from './place-in-file.ts'

/** What in a cell or paragraph makes its text doubtful: a person has to look at it. */
export type Mark =
  | 'struck'
  | 'picture'
  | 'embedded'
  | 'footnote'
  | 'symbol'
  | 'date'
  | 'format'
  | 'formula'
  | 'error'
  /** The text has the colour of its ground. */
  | 'unseen'

/** Nearly every cell has no marks: they share one set, or ten thousands of empty ones would be held. */
export const NO_MARKS: ReadonlySet<Mark> = new Set()

/** One printed line. `label` is the number that the program draws before it (Word's automatic numbering). */
export interface Line {
  readonly text: string
  readonly label?: string
  /** What tabs cut it into, where that is more than one piece. */
  readonly columns?: readonly string[]
}

/** A table cell. A merged cell is one object that stands in every grid place it covers. Rows and columns count from 1. */
export interface Cell {
  readonly row: number
  readonly column: number
  rowSpan: number
  readonly lines: readonly Line[]
  readonly marks: ReadonlySet<Mark>
  /** What the cell holds, in order, where it holds a table: a layout table may wrap the whole list. */
  readonly inside?: readonly Block[]
}

/** What somebody wrote beside a cell or paragraph: a comment of Word's or Excel's. */
export interface Comment {
  readonly place: Place
  readonly text: string
}

/** A table row: `cells[i]` is what covers grid column i+1, undefined where the row has no cell. */
export interface Row {
  readonly no: number
  readonly cells: readonly (Cell | undefined)[]
  /** Hidden in the workbook: by hand or by a filter that was left on, which cannot be told apart. */
  readonly hidden?: boolean
}

/** A table of a document, or a sheet. `id` is what places call it: 1, 2, and 1.1 for a table inside table 1. */
export interface Table {
  readonly kind: 'table'
  readonly id: string
  /** The sheet's name. */
  readonly name?: string
  /** Widths of the grid columns: in Word, edges that are off by a hair make grid columns nobody sees. */
  readonly widths: readonly number[]
  /** A sheet's columns have letters of their own; a Word table's are counted as people see them. */
  readonly fixedColumns: boolean
  readonly rows: readonly Row[]
  /** It was typed with tabs: its rows are paragraphs, and are named so. */
  readonly ofParagraphs?: true
  readonly comments?: readonly Comment[]
  /** Pictures and embedded files that lie on a sheet, beside its cells. */
  readonly over?: readonly ('picture' | 'embedded')[]
}

/** A paragraph outside tables. */
export interface Paragraph {
  readonly kind: 'paragraph'
  readonly no: number
  readonly lines: readonly Line[]
  readonly marks: ReadonlySet<Mark>
  readonly comments?: readonly Comment[]
}

/** A piece of a document. */
export type Block = Paragraph | Table

/** Any annex, whatever program made it: what its reader would see, in order. `said` is what the reader of the file left out. */
export interface AnnexDocument {
  readonly blocks: readonly Block[]
  readonly said: readonly Said[]
  /** What keeps the file from being read with certainty. */
  readonly doubts: readonly Said[]
  /** What is printed around the text: headers and footers of its pages, watermarks. */
  readonly around: readonly { readonly where: 'header' | 'watermark'; readonly text: string }[]
}

/**
 * A line of text: white space is a space, and what prints nothing (zero-width and control characters, marks of direction) is gone.
 * It would tell a name from itself, and could forge what a terminal shows.
 */
export const lineOf = (text: string): Line => ({
  text: own(
    text
      .replace(/[\s\u3000]+/g, ' ')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim(),
  ),
})

/** A copy: a piece cut out of a string keeps all of that string alive, which here is the whole XML of the file. */
const own = (text: string): string => (text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le'))

const printed = (line: Line) => `${line.label ?? ''}${line.text}`.trim()

/** The text of a cell or paragraph as people see it, numbers drawn by Word included, one printed line a line. */
export const textOf = (part: { readonly lines: readonly Line[] } | undefined): string =>
  (part?.lines ?? []).map(printed).filter(Boolean).join('\n')

/** A row's cells, each once. */
export const cellsOf = (row: Row): Cell[] => [...new Set(row.cells)].filter((cell) => cell !== undefined)

/** Where a row, or a cell of it, stands. */
export const placeIn = (table: Table, row: number, column?: number): Place => ({
  ...(table.ofParagraphs ? { paragraph: row } : { table: table.id, row }),
  ...(table.name === undefined ? {} : { sheet: table.name }),
  ...(column === undefined ? {} : { column }),
})
