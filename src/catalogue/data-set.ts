import type { Document } from './files/document.ts'
import type { ListFile } from './files/list.ts'
import type { RecordedName } from './files/recorded-name.ts'
import type { Region } from './files/region.ts'
import type { Rule } from './files/rule.ts'
import type { StatutoryBoard } from './files/statutory-board.ts'
import type { Kind } from './files/terms.ts'

/** A name on record together with the question it belongs to. */
export interface KindedName extends RecordedName {
  readonly kind: Kind
}

/** Everything in data/, as written there. */
export interface DataSet {
  readonly documents: readonly Document[]
  readonly regions: readonly Region[]
  readonly rules: readonly Rule[]
  readonly statutoryBoards: readonly StatutoryBoard[]
  readonly lists: readonly ListFile[]
  readonly recordedNames: readonly KindedName[]
}
