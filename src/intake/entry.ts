import type { Line, Mark } from '../documents/blocks.ts'
import type { Place } from '../documents/place-in-file.ts'
import type { Field } from './table/field.ts'

/** One printed value of an entry, and where it stands. `unit` is what the header's brackets say: 时限（工作日）. */
export interface Value {
  readonly text: string
  readonly lines: readonly Line[]
  readonly marks: ReadonlySet<Mark>
  readonly column?: number
  readonly unit?: string
}

/** An item as the document prints it, before it is read: values by meaning, and what it stands under. */
export interface Entry {
  place: Place
  readonly values: Map<Field, Value[]>
  /** 第一批, where the document names batches. */
  readonly batch?: string
  /** Headings above it: 一、民政部门. */
  readonly group: readonly string[]
  /** What numbers may start anew with: the table, the batch, the group. */
  readonly run: string
  /** One of several names of a cell, which had one number together. */
  readonly cut?: true
}
