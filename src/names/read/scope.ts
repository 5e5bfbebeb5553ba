import type { NamedList } from '../index/index-list.ts'
import type { RecordedNames } from '../index/index-records.ts'
import type { ItemRef } from '../index/reading.ts'

/** What a name is read against: the lists that apply to the question, and what is recorded for their kind. */
export interface Scope {
  readonly lists: readonly NamedList[]
  readonly records: RecordedNames
}

/** A scope on a day. */
export interface Question extends Scope {
  readonly inForce: (item: ItemRef) => boolean
}
