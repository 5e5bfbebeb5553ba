import { segment } from '../index/segment.ts'
import type { Vocabulary, Word } from '../index/vocabulary.ts'
import type { Branch } from '../normalise/branch.ts'
import { soundOf } from '../normalise/sound.ts'
import { THRESHOLDS } from '../normalise/thresholds.ts'

const LONGEST_WORD = 8

/** Where two words of one length differ, if in one place only. */
export function onlyDifference(a: string, b: string): number | undefined {
  let found: number | undefined
  for (let at = 0; at < a.length; at += 1) {
    if (a[at] === b[at]) continue
    if (found !== undefined) return undefined
    found = at
  }
  return found
}

const isDistinct = (word: Word) => word.slot === undefined && !word.filler

/**
 * The stretches of a name that hold no known word of two characters or more, as [start, end). 的, 无, 我 and the like, which
 * have a meaning of their own and bind to anything, are no part of a stretch unless they stand inside it.
 */
function doubtful(text: string, vocabulary: Vocabulary, doubtDistinct: boolean): [number, number][] {
  const stretches: [number, number][] = []
  for (const { start, word, text: part } of segment(text, vocabulary)) {
    const last = stretches.at(-1)
    if (word && part.length > 1 && !(doubtDistinct && isDistinct(word))) continue
    if ((word?.slot !== undefined || part === '的') && last?.[1] !== start) continue
    if (last?.[1] === start) last[1] = start + part.length
    else stretches.push([start, start + part.length])
  }
  return stretches
}

/** The words that sound like a part of the text that starts here, each with where that part ends; the shortest first. */
function* wordsHeard(text: string, start: number, vocabulary: Vocabulary): Generator<[end: number, word: string]> {
  let branch: Branch<string, string[]> | undefined = vocabulary.heard()
  for (let end = start; end < Math.min(text.length, start + LONGEST_WORD); end += 1) {
    branch = branch.next?.get(soundOf(text.charAt(end)))
    if (!branch) return
    for (const word of branch.value ?? []) yield [end + 1, word]
  }
}

/**
 * What a name with one slip of the pen may have been meant to be: one character gives way to another that sounds the same and
 * makes a known word (健在 for 建在). The word has to explain the whole doubtful stretch around the slip: 跟踪收入 is not 总收入.
 * A real word is never taken for a slip, since it is known (wording.distinct): 物业 is not 无业. With `doubtDistinct` it is, which
 * serves to offer candidates and never to decide.
 */
export function corrections(text: string, vocabulary: Vocabulary, doubtDistinct = false): string[] {
  const found = new Set<string>()
  for (const [from, to] of doubtful(text, vocabulary, doubtDistinct)) {
    for (let start = Math.max(0, to - LONGEST_WORD); start <= from; start += 1) {
      for (const [end, word] of wordsHeard(text, start, vocabulary)) {
        if (end < to) continue
        const slip = onlyDifference(word, text.slice(start, end))
        if (slip === undefined || start + slip < from || start + slip >= to) continue
        found.add(text.slice(0, start) + word + text.slice(end))
        // Too many ways to be right: none is known to be the one meant.
        if (found.size > THRESHOLDS.corrections) return []
      }
    }
  }
  return [...found]
}

/** A name that lost its last 明: 婚姻状况证 → 婚姻状况证明. */
export function withLostEnding(text: string): string | undefined {
  return text.endsWith('证') ? `${text}明` : undefined
}
