import { THRESHOLDS } from './thresholds.ts'

/** The parts two names are compared by: each character, and each pair of neighbours, as a number. Sorted, each once. */
export function gramsOf(text: string): Uint32Array {
  const grams = new Set<number>()
  for (let at = 0; at < text.length; at += 1) {
    grams.add(text.charCodeAt(at))
    if (at > 0) grams.add(text.charCodeAt(at - 1) * 0x10000 + text.charCodeAt(at))
  }
  return Uint32Array.from(grams).sort()
}

const weightOf = (gram: number) => (gram < 0x10000 ? THRESHOLDS.singleWeight : THRESHOLDS.pairWeight)

/** What the grams of a name weigh together. */
export function weigh(grams: Uint32Array): number {
  let total = 0
  for (const gram of grams) total += weightOf(gram)
  return total
}

/** How alike two names are, 0 to 1: half Dice's coefficient, half the share of the shorter one that the longer one holds. */
export function likeness(a: Uint32Array, b: Uint32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] as number
    const right = b[j] as number
    if (left === right) shared += weightOf(left)
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  if (shared === 0) return 0
  const [weightA, weightB] = [weigh(a), weigh(b)]
  const dice = (2 * shared) / (weightA + weightB)
  const contained = shared / Math.min(weightA, weightB)
  return THRESHOLDS.containment * contained + (1 - THRESHOLDS.containment) * dice
}
