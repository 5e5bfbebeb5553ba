import type { WrittenBeside } from '../checks/written-beside.ts'
import type { LedgerKey, words } from './ledger-words.ts'
import type { WrittenCell } from './workbook/written-sheet.ts'

/** What one sheet of a ledger holds. */
export interface LedgerPart {
  readonly key: LedgerKey
  /** The columns whose cells tell its rows apart, in the order of `columns`. */
  readonly identity: readonly (keyof typeof words)[]
  readonly name: string
  readonly title: string
  /** How many there are of each finding, in words. */
  readonly counts: string
  readonly columns: readonly (readonly [key: keyof typeof words, width: number])[]
  readonly rows: readonly (readonly WrittenCell[])[]
  /** What the village wrote beside what `columns` show, by header, for each of the rows. */
  readonly written: readonly (WrittenBeside | undefined)[]
  /** What is seen of all rows together; it is no row of the table and not counted among them. */
  readonly hints?: readonly (readonly WrittenCell[])[]
}
