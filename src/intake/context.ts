import type { Place } from '../documents/place-in-file.ts'
import { batchIn, heading, headingWords } from './table/heading.ts'

/** A line, and where it stands. */
export interface PlacedLine {
  readonly place: Place
  readonly text: string
}

/** What the reading has passed: the batch and the headings under which the next item stands. */
export class Context {
  batch: string | undefined
  readonly batches = new Set<string>()
  /** Lines before the first item: where the title stands. */
  readonly opening: PlacedLine[] = []
  #groups: readonly string[] = []
  #run = 0
  started = false

  get group(): readonly string[] {
    return this.#groups
  }

  /** Changes where numbers may start anew. */
  get run(): string {
    return String(this.#run)
  }

  newRun(): void {
    this.#run += 1
  }

  /** Takes in a line that names a batch; tells whether it did. */
  enterBatch(text: string): boolean {
    const batch = batchIn(text)
    const isTitle =
      batch !== undefined &&
      (/清单|目录|事项/.test(text) || text.replace(/[\s（()）]/g, '') === batch) &&
      text.length < 80
    if (!isTitle) return false
    if (batch !== this.batch) {
      this.batch = batch
      this.#groups = []
      this.newRun()
    }
    this.batches.add(batch)
    return true
  }

  /** Takes in a heading; one without a number stands on the first level. */
  enterGroup(text: string): void {
    const numbered = heading(text)
    const words = numbered?.words ?? headingWords(text)
    this.#groups = numbered?.level === 2 ? [...this.#groups.slice(0, 1), words] : [words]
    this.newRun()
  }
}
