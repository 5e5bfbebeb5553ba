import { gramsOf, likeness, sharedWeight, weigh, weightOf } from './grams.ts'
import type { PackedTexts } from './packed-texts.ts'
import { postingsOf } from './postings.ts'
import { THRESHOLDS } from './thresholds.ts'

/** A text found again, by its place in the index. */
interface Hit {
  readonly at: number
  readonly score: number
}

/** Texts that can be searched by likeness. */
export interface GramIndex {
  /** Texts like the name that these are the grams of, best first. */
  search(wanted: Uint32Array): Hit[]
}

/**
 * Indexes texts for search by likeness. A search reads the rarest grams first. What the texts share with the name is known
 * when all its grams have been read; on a long list reading stops after a fixed number of postings, and the texts met most
 * are compared in full, so that a long list costs no more than a short one.
 */
export function gramIndex(texts: PackedTexts): GramIndex {
  const grams = texts.map(gramsOf)
  const weights = Float32Array.from(grams, weigh)
  const { find, starts, places } = postingsOf(grams)
  const shared = new Float32Array(texts.length)
  const size = (rank: number) => (starts[rank + 1] as number) - (starts[rank] as number)

  /** Adds up in `shared` what each text met has in common with the grams; tells which were met and if all was read. */
  const meet = (wanted: Uint32Array): { met: number[]; complete: boolean } => {
    const held: [rank: number, weight: number][] = []
    let postings = 0
    for (const gram of wanted) {
      const rank = find(gram)
      if (rank < 0) continue
      held.push([rank, weightOf(gram)])
      postings += size(rank)
    }
    // The order only matters where reading stops. Among equals it stays that of the ranks.
    if (postings >= THRESHOLDS.postings) held.sort(([a], [b]) => size(a) - size(b))
    const met: number[] = []
    let left: number = THRESHOLDS.postings
    for (const [rank, weight] of held) {
      const start = starts[rank] as number
      const end = Math.min(starts[rank + 1] as number, start + left)
      for (let posting = start; posting < end; posting += 1) {
        const at = places[posting] as number
        if (shared[at] === 0) met.push(at)
        shared[at] = (shared[at] as number) + weight
      }
      left -= size(rank)
      if (left <= 0) return { met, complete: false }
    }
    return { met, complete: true }
  }

  const best = (a: Hit, b: Hit) => b.score - a.score || a.at - b.at
  return {
    search(wanted) {
      const weight = weigh(wanted)
      const { met, complete } = meet(wanted)
      const score = (at: number, common: number) => likeness(common, weight, weights[at] as number)
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
          .map(({ at }) => ({ at, score: score(at, sharedWeight(wanted, gramsOf(texts.at(at)))) }))
          .filter((hit) => hit.score >= THRESHOLDS.offer)
      }
      return hits.sort(best)
    },
  }
}
