import type { Document } from './document.ts'
import type { ListFile } from './list.ts'
import type { RecordedNamesFile } from './recorded-name.ts'
import type { Region, ReplacedRegion } from './region.ts'
import type { Rule } from './rule.ts'
import type { StatutoryBoard } from './statutory-board.ts'

/** The files in data/ cannot be used. Each problem names the file, the item and the field, and what is wrong there. */
export class DataError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`The data cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
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
