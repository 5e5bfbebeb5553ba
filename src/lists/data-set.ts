import type { Document } from './document.ts'
import type { ListFile } from './list.ts'
import type { RecordedNamesFile } from './recorded-name.ts'
import type { Region, ReplacedRegion } from './region.ts'
import type { Rule } from './rule.ts'
import type { StatutoryBoard } from './statutory-board.ts'

/** How many problems a message has: a folder with thousands of wrong files would fill the log, and whoever mends reads the first ones. */
const mostTold = 50

/** The files in data/ cannot be used. Each problem names the file, the item and the field, and what is wrong there. */
export class DataError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    const told = problems.slice(0, mostTold).map((problem) => `  - ${problem}`)
    if (problems.length > mostTold) told.push(`  … ${problems.length - mostTold} more`)
    super(['The data cannot be used:', ...told].join('\n'))
    this.name = 'DataError'
    this.problems = problems
  }
}

/** Everything in data/, as written there. */
export interface DataSet {
  readonly documents: readonly Document[]
  readonly regions: readonly Region[]
  readonly replacedRegions: readonly ReplacedRegion[]
  readonly rules: readonly Rule[]
  readonly statutoryBoards: readonly StatutoryBoard[]
  readonly lists: readonly ListFile[]
  readonly names: readonly RecordedNamesFile[]
}
