import { THRESHOLDS } from '../normalise/thresholds.ts'

/** The parts two names are compared by: each character, and each pair of neighbours, as a number. Sorted, each once. */
export function gramsOf(text: string): Uint32Array {
  const grams = new Uint32Array(Math.max(0, 2 * text.length - 1))
  let previous = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    grams[at] = code
    if (at > 0) grams[text.length + at - 1] = previous * 0x10000 + code
    previous = code
  }
  grams.sort()
  let kept = 0
  for (const gram of grams) if (kept === 0 || grams[kept - 1] !== gram) grams[kept++] = gram
  return grams.subarray(0, kept)
}

/** A pair says more than a character. */
export const weightOf = (gram: number) => (gram < 0x10000 ? THRESHOLDS.singleWeight : THRESHOLDS.pairWeight)

/** What the grams of a name weigh together. */
export function weigh(grams: Uint32Array): number {
  let total = 0
  for (const gram of grams) total += weightOf(gram)
  return total
}

/** What two names share, in weight. */
export function sharedWeight(a: Uint32Array, b: Uint32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] as number
    const right = b[j] as number
    if (left === right) shared += weightOf(left)
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  return shared
}

/**
 * How alike two names are, 0 to 1, from their weights and what they share: half Dice's coefficient, half the share of the
 * shorter one that the longer one holds.
 */
export function likeness(shared: number, weightA: number, weightB: number): number {
  const dice = (2 * shared) / (weightA + weightB)
  const contained = shared / Math.min(weightA, weightB)
  return THRESHOLDS.containment * contained + (1 - THRESHOLDS.containment) * dice
}
