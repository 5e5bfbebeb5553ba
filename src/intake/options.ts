import type { Completeness, Grade } from '../lists/terms.ts'
import type { Field } from './table/field.ts'

/** What a bracket at the end of a name holds, where a person says so: names, a part of the name, or a remark. */
export type BracketReading = 'names' | 'part' | 'note'

/** A column named by a person; without `table` it holds for every table. */
export interface ColumnChoice {
  readonly table?: string
  readonly column: number
  readonly field: Field
}

/** How a person answers what the import is not sure of. Rows are named T1R5, paragraphs P7, tables T2. */
export interface ImportOptions {
  /** The day of the import, YYYY-MM-DD; absent where nobody imports but the file is read where it lies. */
  readonly date?: string
  readonly completeness?: Completeness
  readonly grade?: Grade
  readonly columns?: readonly ColumnChoice[]
  readonly skip?: readonly string[]
  /** Read the row as it stands, whatever looked odd in it. */
  readonly keep?: readonly string[]
  readonly brackets?: ReadonlyMap<string, BracketReading>
  /** Number the items 1, 2, 3 … whatever the document numbers them. */
  readonly renumber?: boolean
  /** An empty cell of a category column takes the value above it, as in a spreadsheet that lost its merged cells. */
  readonly fillDown?: boolean
  /** For boards of which the directory does not say where they hang. */
  readonly place?: 'exterior' | 'interior'
  /** The file is for this list although what it prints speaks against it. */
  readonly acceptAnnex?: boolean
  /** Which part of a file with several annexes: 附件5, a sheet's name. */
  readonly part?: string
  /** Cut the names of these rows where they are several. */
  readonly split?: readonly string[]
  /** Read a file that calls itself a sample or a draft, as a partial and editorial list. */
  readonly acceptSample?: boolean
  /** The list held may lose most of its items. */
  readonly acceptLoss?: boolean
  /** Add what the file lists to the items held, instead of replacing them. */
  readonly add?: boolean
}
