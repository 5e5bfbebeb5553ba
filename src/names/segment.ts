import type { Vocabulary, Word } from './vocabulary.ts'

/** A part of a name: a known word, or a run of characters that belong to none. */
export interface Part {
  readonly text: string
  readonly start: number
  readonly word?: Word
}

const WORD = 1
const UNKNOWN = 5

/**
 * Takes a name apart into known words: as few unknown characters as possible, then as few words as possible, so that the
 * longest meaning wins (结婚证 + 遗失, not 结婚 + 证 + 遗失). Among equals the longer first word is taken.
 */
export function segment(text: string, { words, longest }: Vocabulary): Part[] {
  const size = text.length
  const cost = new Array<number>(size + 1).fill(0)
  const step = new Array<number>(size).fill(1)
  const chosen = new Array<Word | undefined>(size).fill(undefined)
  for (let at = size - 1; at >= 0; at -= 1) {
    let best = UNKNOWN + (cost[at + 1] as number)
    const reach = Math.min(longest.get(text.charAt(at)) ?? 0, size - at)
    for (let length = 1; length <= reach; length += 1) {
      const total = WORD + (cost[at + length] as number)
      if (total > best) continue
      const word = words.get(text.slice(at, at + length))
      if (!word) continue
      best = total
      step[at] = length
      chosen[at] = word
    }
    cost[at] = best
  }
  const parts: Part[] = []
  for (let at = 0; at < size; ) {
    const word = chosen[at]
    let end = at + (step[at] as number)
    if (!word) while (end < size && !chosen[end]) end += 1
    parts.push({ text: text.slice(at, end), start: at, ...(word ? { word } : {}) })
    at = end
  }
  return parts
}

/** The name without the words that make no difference to it, also where other words of it are unknown. */
export function core(text: string, vocabulary: Vocabulary): string {
  return segment(text, vocabulary)
    .filter((part) => !part.word?.light)
    .map((part) => part.text)
    .join('')
}
