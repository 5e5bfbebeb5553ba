import { gramsOf, likeness } from './grams.ts'
import { THRESHOLDS } from './thresholds.ts'

/** A text found again, by its place in the index. */
export interface Hit {
  readonly at: number
  readonly score: number
}

/** Texts that can be searched by likeness. */
export interface GramIndex {
  search(text: string): Hit[]
}

/**
 * Postings by gram in three flat arrays (grams, where each one's postings start, postings), which at 100,000 texts take a
 * tenth of what Maps of arrays would.
 */
function postingsOf(texts: readonly string[]) {
  const counts = new Map<number, number>()
  for (const text of texts) for (const gram of gramsOf(text)) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  const grams = Uint32Array.from(counts.keys()).sort()
  const starts = new Uint32Array(grams.length + 1)
  const slot = new Map<number, number>()
  for (const [index, gram] of grams.entries()) {
    slot.set(gram, index)
    starts[index + 1] = (starts[index] as number) + (counts.get(gram) as number)
  }
  const next = starts.slice()
  const postings = new Uint32Array(starts[grams.length] as number)
  for (const [at, text] of texts.entries()) {
    for (const gram of gramsOf(text)) {
      const index = slot.get(gram) as number
      postings[next[index] as number] = at
      next[index] = (next[index] as number) + 1
    }
  }
  return { grams, starts, postings }
}

function find(sorted: Uint32Array, value: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = sorted[middle] as number
    if (found === value) return middle
    if (found < value) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/**
 * Indexes texts for search by likeness. A search reads the rarest grams first and stops after a fixed number of postings, so
 * a long list costs no more than a short one; the texts met most often are then compared in full.
 */
export function gramIndex(texts: readonly string[]): GramIndex {
  const { grams, starts, postings } = postingsOf(texts)
  const size = (index: number) => (starts[index + 1] as number) - (starts[index] as number)
  return {
    search(text) {
      const wanted = gramsOf(text)
      const held = Array.from(wanted, (gram) => find(grams, gram)).filter((index) => index >= 0)
      held.sort((a, b) => size(a) - size(b) || a - b)
      const met = new Map<number, number>()
      let read = 0
      for (const index of held) {
        const pair = (grams[index] as number) >= 0x10000
        const end = Math.min(starts[index + 1] as number, (starts[index] as number) + THRESHOLDS.postings - read)
        for (let at = starts[index] as number; at < end; at += 1) {
          const id = postings[at] as number
          met.set(id, (met.get(id) ?? 0) + (pair ? THRESHOLDS.pairWeight : THRESHOLDS.singleWeight))
        }
        read += size(index)
        if (read >= THRESHOLDS.postings) break
      }
      return [...met]
        .sort(([a, weightA], [b, weightB]) => weightB - weightA || a - b)
        .slice(0, THRESHOLDS.compared)
        .map(([at]) => ({ at, score: likeness(wanted, gramsOf(texts[at] as string)) }))
        .filter(({ score }) => score >= THRESHOLDS.offer)
        .sort((a, b) => b.score - a.score || a.at - b.at)
    },
  }
}
