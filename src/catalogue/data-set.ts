import type { Document } from './files/document.ts'
import type { ListFile } from './files/list.ts'
import type { RecordedNamesFile } from './files/recorded-name.ts'
import type { Region } from './files/region.ts'
import type { Rule } from './files/rule.ts'
import type { StatutoryBoard } from './files/statutory-board.ts'

/** Everything in data/, as written there. */
export interface DataSet {
  readonly documents: readonly Document[]
  readonly regions: readonly Region[]
  readonly rules: readonly Rule[]
  readonly statutoryBoards: readonly StatutoryBoard[]
  readonly lists: readonly ListFile[]
  readonly names: readonly RecordedNamesFile[]
}
