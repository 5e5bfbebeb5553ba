import type { WrittenBeside } from '../written-beside.ts'

/** A board as somebody found it at a village. What was not noted is absent. */
export interface Board {
  readonly name: string
  readonly place?: 'exterior' | 'interior'
  /** Whether there is work behind it; false: no real business, or lapsed. */
  readonly working?: boolean
  /** How many of it hang; 1 unless said otherwise. */
  readonly count?: number
  readonly written?: WrittenBeside
}
