import { Postings } from './postings.ts'

/** FNV-1a over UTF-16 units, 32 bits (RFC 9923). */
function digest(text: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return sum >>> 0
}

/** Indexes the spellings of each place by their digests alone, in flat arrays: a Map would hold each spelling and each place as an object. */
export class SpellingIndex {
  readonly #postings: Postings

  constructor(spellings: readonly (readonly string[])[]) {
    this.#postings = new Postings(spellings.map((texts) => texts.map(digest)))
  }

  /** The places at which a text may be a spelling, in their order; whoever is found there says whether it is. */
  find(text: string): number[] {
    const rank = this.#postings.rank(digest(text))
    if (rank < 0) return []
    const start = this.#postings.start(rank)
    return Array.from({ length: this.#postings.size(rank) }, (_, at) => this.#postings.place(start + at))
  }
}
