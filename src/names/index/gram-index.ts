import { THRESHOLDS } from '../normalise/thresholds.ts'
import { gramsOf, likeness, sharedWeight, weigh, weightOf } from './grams.ts'
import type { PackedTexts } from './packed-texts.ts'
import { Postings } from './postings.ts'

/** A text found again, by its place in the index. */
interface Hit {
  readonly at: number
  readonly score: number
}

/** What each text has in common with what is searched for, in weight. As long as the longest index: all searches use it in turn, and leave it at 0. */
let shared = new Float32Array()

const best = (a: Hit, b: Hit) => b.score - a.score || a.at - b.at

/**
 * Texts that can be searched by likeness. A search reads the rarest grams first. What the texts share with the name is known
 * when all its grams have been read; on a long list reading stops after a fixed number of postings, and the texts met most
 * are compared in full, so that a long list costs no more than a short one.
 */
export class GramIndex {
  readonly #texts: PackedTexts
  readonly #weights: Float32Array
  readonly #postings: Postings

  constructor(texts: PackedTexts) {
    const grams = texts.map(gramsOf)
    this.#texts = texts
    this.#weights = Float32Array.from(grams, weigh)
    this.#postings = new Postings(grams)
    if (texts.length > shared.length) shared = new Float32Array(texts.length)
  }

  /** Texts like the name that these are the grams of, best first. */
  search(wanted: Uint32Array): Hit[] {
    const weight = weigh(wanted)
    const { met, complete } = this.#meet(wanted)
    const score = (at: number, common: number) => likeness(common, weight, this.#weights[at] as number)
    let hits: Hit[] = []
    for (const at of met) {
      const hit = score(at, shared[at] as number)
      shared[at] = 0
      if (!complete || hit >= THRESHOLDS.offer) hits.push({ at, score: hit })
    }
    if (!complete) {
      hits = hits
        .sort(best)
        .slice(0, THRESHOLDS.compared)
        .map(({ at }) => ({ at, score: score(at, sharedWeight(wanted, gramsOf(this.#texts.at(at)))) }))
        .filter((hit) => hit.score >= THRESHOLDS.offer)
    }
    return hits.sort(best)
  }

  /** Adds up in `shared` what each text met has in common with the grams; tells which were met and if all was read. */
  #meet(wanted: Uint32Array): { met: number[]; complete: boolean } {
    const postings = this.#postings
    const held: [rank: number, weight: number][] = []
    let total = 0
    for (const gram of wanted) {
      const rank = postings.rank(gram)
      if (rank < 0) continue
      held.push([rank, weightOf(gram)])
      total += postings.size(rank)
    }
    // The order only matters where reading stops. Among equals it stays that of the ranks.
    if (total >= THRESHOLDS.postings) held.sort(([a], [b]) => postings.size(a) - postings.size(b))
    const met: number[] = []
    let left: number = THRESHOLDS.postings
    for (const [rank, weight] of held) {
      const start = postings.start(rank)
      const end = start + Math.min(postings.size(rank), left)
      for (let posting = start; posting < end; posting += 1) {
        const at = postings.place(posting)
        if (shared[at] === 0) met.push(at)
        shared[at] = (shared[at] as number) + weight
      }
      left -= postings.size(rank)
      if (left <= 0) return { met, complete: false }
    }
    return { met, complete: true }
  }
}
