import { DataError } from '../lists/data-set.ts'
import type { Sentence } from '../lists/terms.ts'

/** The annexes of a folder cannot be used. Its message, which the service logs, is Chinese, as the annexes are; `said` has both languages. */
export class AnnexError extends DataError {
  readonly said: Sentence

  constructor(problems: readonly Sentence[]) {
    super(problems.map(({ zh }) => zh))
    this.said = { zh: this.message, en: new DataError(problems.map(({ en }) => en)).message }
  }
}
