import type { Said } from '../documents/message.ts'
import type { Place } from '../documents/place-in-file.ts'
import type { Compared } from './compare/compare-items.ts'
import type { TableColumns } from './table/read-table.ts'

/** A row of the comparison, with its place in the document (removed items have none). */
export interface ReportRow extends Compared {
  readonly place?: Place
}

/** What an import found. Where `doubts` is not empty nothing may be written. */
export interface Report {
  readonly doubts: readonly Said[]
  readonly warnings: readonly Said[]
  readonly notices: readonly Said[]
  readonly columns: readonly TableColumns[]
  readonly rows: readonly ReportRow[]
  /** Whether the list as it is needs no writing at all. */
  readonly upToDate: boolean
}
