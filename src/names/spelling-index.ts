import { postingsOf } from './postings.ts'

/** Tells at which places a text may be a spelling, in their order; whoever is found there says whether it is. */
export type SpellingIndex = (text: string) => readonly number[]

const nowhere: readonly number[] = []

/** FNV-1a over UTF-16 units, 32 bits (RFC 9923). */
function digest(text: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return sum >>> 0
}

/** Indexes the spellings of each place by their digests alone, in flat arrays: a Map would hold each spelling and each place as an object. */
export function spellingIndex(spellings: readonly (readonly string[])[]): SpellingIndex {
  const { find, starts, places } = postingsOf(spellings.map((texts) => texts.map(digest)))
  return (text) => {
    const rank = find(digest(text))
    return rank < 0 ? nowhere : Array.from(places.subarray(starts[rank], starts[rank + 1]))
  }
}
