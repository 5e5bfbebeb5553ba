import { segment } from './segment.ts'
import { soundOf } from './sound.ts'
import { THRESHOLDS } from './thresholds.ts'
import type { Vocabulary } from './vocabulary.ts'

const LONGEST_WORD = 8

function differences(a: string, b: string): number {
  let count = 0
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) count += 1
  return count
}

/**
 * What a name with one slip of the pen may have been meant to be: one character that belongs to no known word gives way to
 * the one that sounds the same and makes a known word (健在 for 建在). A real word is never taken for a slip, since its
 * characters are known (wording.distinct): 物业 is not 无业.
 */
export function corrections(text: string, vocabulary: Vocabulary): string[] {
  const parts = segment(text, vocabulary)
  const unknown = new Set<number>()
  for (const part of parts) {
    if (!part.word) for (let at = 0; at < part.text.length; at += 1) unknown.add(part.start + at)
  }
  const found = new Set<string>()
  if (unknown.size === 0 || unknown.size > 4) return []
  for (let start = 0; start < text.length; start += 1) {
    for (let end = start + 2; end <= Math.min(text.length, start + LONGEST_WORD); end += 1) {
      let touches = false
      for (let at = start; at < end && !touches; at += 1) touches = unknown.has(at)
      if (!touches) continue
      const heard = text.slice(start, end)
      for (const word of vocabulary.soundingLike(soundOf(heard))) {
        if (word.length !== heard.length || differences(word, heard) !== 1) continue
        found.add(text.slice(0, start) + word + text.slice(end))
        if (found.size >= THRESHOLDS.corrections) return [...found]
      }
    }
  }
  return [...found]
}

/** A name that lost its last 明: 婚姻状况证 → 婚姻状况证明. */
export function withLostEnding(text: string): string | undefined {
  return text.endsWith('证') ? `${text}明` : undefined
}
