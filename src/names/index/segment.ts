import type { Branch } from '../normalise/branch.ts'
import type { Vocabulary, Word } from './vocabulary.ts'

/** A part of a name: a known word, or a run of characters that belong to none. */
export interface Part {
  readonly text: string
  readonly start: number
  readonly word?: Word
}

const WORD = 1
const UNKNOWN = 5

/** One name is taken apart for its spelling, for its meaning, for slips and for likeness, one right after the other. */
const mostKept = 64
const kept = new WeakMap<Vocabulary, Map<string, readonly Part[]>>()

/**
 * Takes a name apart into known words: as few unknown characters as possible, then as few words as possible, so that the
 * longest meaning wins (结婚证 + 遗失, not 结婚 + 证 + 遗失). Among equals the longer first word is taken.
 */
export function segment(text: string, vocabulary: Vocabulary): readonly Part[] {
  let recent = kept.get(vocabulary)
  if (!recent) {
    recent = new Map()
    kept.set(vocabulary, recent)
  }
  let parts = recent.get(text)
  if (!parts) {
    parts = takeApart(text, vocabulary.tree)
    if (recent.size >= mostKept) recent.clear()
    recent.set(text, parts)
  }
  return parts
}

function takeApart(text: string, tree: Vocabulary['tree']): Part[] {
  const size = text.length
  const cost = new Array<number>(size + 1).fill(0)
  const chosen = new Array<Word | undefined>(size).fill(undefined)
  for (let at = size - 1; at >= 0; at -= 1) {
    let best = UNKNOWN + (cost[at + 1] as number)
    let branch: Branch<number, Word> | undefined = tree
    for (let end = at; end < size; end += 1) {
      branch = branch.next?.get(text.charCodeAt(end))
      if (!branch) break
      const total = WORD + (cost[end + 1] as number)
      if (!branch.value || total > best) continue
      best = total
      chosen[at] = branch.value
    }
    cost[at] = best
  }
  const parts: Part[] = []
  for (let at = 0; at < size; ) {
    const word = chosen[at]
    let end = at + (word?.text.length ?? 1)
    if (!word) while (end < size && !chosen[end]) end += 1
    parts.push(word ? { text: word.text, start: at, word } : { text: text.slice(at, end), start: at })
    at = end
  }
  return parts
}

/** The name without the words that make no difference to it, also where other words of it are unknown. */
export function core(text: string, vocabulary: Vocabulary): string {
  let rest = ''
  for (const part of segment(text, vocabulary)) if (!part.word?.light) rest += part.text
  return rest
}

/**
 * What a name is about: without the words that say nothing of it (证明, 情况, 关系, 社区), also where other words are unknown. What
 * names have in common beyond these makes them alike.
 */
export function content(text: string, vocabulary: Vocabulary): string {
  let rest = ''
  for (const { text: part, word } of segment(text, vocabulary)) if (!word?.filler && !word?.weak) rest += part
  return rest
}
