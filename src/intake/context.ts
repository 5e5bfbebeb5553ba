import type { Place } from '../documents/place-in-file.ts'
import type { Entry } from './entry.ts'
import { type Claim, countIn } from './judge/counts.ts'
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
  /** How many entries have been read. */
  count = 0
  /** What the document itself counts. */
  readonly claims: Claim[] = []

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

  /** Takes in a number of items that is printed. */
  claim(place: Place, text: string, of: Claim['of'], count = countIn(text)): void {
    if (count === undefined) return
    this.claims.push({
      place,
      text,
      count,
      of,
      at: this.count,
      group: this.group,
      ...(this.batch === undefined ? {} : { batch: this.batch }),
    })
  }

  /** An entry that begins here, under what has been passed. */
  entry(place: Place, values: Entry['values'] = new Map()): Entry {
    this.count += 1
    return {
      place,
      values,
      ...(this.batch === undefined ? {} : { batch: this.batch }),
      group: this.group,
      run: this.run,
    }
  }

  /** Takes in a line that names a batch; tells whether it did. */
  enterBatch(place: Place, text: string): boolean {
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
    this.claim(place, text, 'batch')
    return true
  }

  /** Takes in a heading; one without a number stands on the first level. */
  enterGroup(place: Place, text: string): void {
    const numbered = heading(text)
    const words = numbered?.words ?? headingWords(text)
    this.#groups = numbered?.level === 2 ? [...this.#groups.slice(0, 1), words] : [words]
    this.newRun()
    this.claim(place, text, 'group')
  }
}
