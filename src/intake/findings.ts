import type { Said } from '../documents/message.ts'
import { keyOf, type Place } from '../documents/place-in-file.ts'
import type { ImportOptions } from './options.ts'

/** What an import has to say, as it goes: doubts stop it, warnings want a look, notices tell what was done. */
export class Findings {
  readonly doubts: Said[] = []
  readonly warnings: Said[] = []
  readonly notices: Said[] = []
  readonly options: ImportOptions
  readonly #skip: ReadonlySet<string>
  readonly #keep: ReadonlySet<string>
  readonly #split: ReadonlySet<string>
  readonly #met = new Set<string>()

  constructor(options: ImportOptions) {
    this.options = options
    this.#skip = new Set(options.skip)
    this.#keep = new Set(options.keep)
    this.#split = new Set(options.split)
  }

  /** Whether a person said to leave this row, paragraph or table out. */
  isSkipped(place: Place): boolean {
    this.#met.add(keyOf(place))
    return this.#skip.has(keyOf(place))
  }

  /** How many rows or paragraphs between two places a person said to leave out. */
  skippedBetween(from: Place | undefined, to: Place): number {
    const first = (place: Place) => Number(place.row ?? place.paragraph)
    const start = from && from.table === to.table ? (from.lastRow ?? first(from)) : 0
    const keys = Array.from({ length: first(to) - start - 1 }, (_, index) =>
      keyOf(to.paragraph === undefined ? { ...to, row: start + index + 1 } : { paragraph: start + index + 1 }),
    )
    return keys.filter((key) => this.#skip.has(key)).length
  }

  /** Whether a person said to read this row or paragraph as it stands. */
  isKept(place: Place): boolean {
    this.#met.add(keyOf(place))
    return this.#keep.has(keyOf(place))
  }

  /** Whether a person said to cut this cell or paragraph into the items that it holds. */
  isSplit(place: Place): boolean {
    return this.#split.has(keyOf(place))
  }

  /** Stops the import, unless a person looked at the row and said to read it as it stands. */
  doubtUnlessKept(place: Place, said: Said): void {
    if (!this.isKept(place)) this.doubts.push(said)
  }

  /** Rows and tables that a person named and the document does not have: a slip that must not pass in silence. */
  unmet(): string[] {
    return [...this.#skip, ...this.#keep, ...this.#split, ...(this.options.brackets?.keys() ?? [])].filter(
      (key) => !this.#met.has(key),
    )
  }

  /** Everything said so far, for the report. */
  said(): { doubts: Said[]; warnings: Said[]; notices: Said[] } {
    return { doubts: this.doubts, warnings: this.warnings, notices: this.notices }
  }
}
