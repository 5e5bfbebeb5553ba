import type { Wording } from '../../lists/recorded-name.ts'
import { segment } from './segment.ts'
import type { Vocabulary } from './vocabulary.ts'

const together = (slots: Iterable<string>) => [...new Set(slots)].sort().join('+')

/** The key of a recorded name with slots: {证件}{遗失}证明 → 证件+遗失. */
export function meaningOfPattern(pattern: string): string {
  return together([...pattern.matchAll(/\{([^{}]+)\}/gu)].map((slot) => slot[1] as string))
}

/**
 * The classes of the words of a name, where every word of it is known: 身份证丢失证明 → 证件+遗失. First with everybody the
 * name mentions, then without (父亲死亡证明 is a 死亡证明). Somebody mentioned after the matter stays: 残疾人子女 are not disabled.
 * An unknown word that ends as documents do (…证, …执照) is a document. Empty when a word is not known or nothing is left.
 */
export function meanings(text: string, vocabulary: Vocabulary, wording: Wording): string[] {
  const endings = wording.documentEndings
  const subjects = new Set(wording.subjects)
  const all: string[] = []
  const matter: string[] = []
  const parts = segment(text, vocabulary)
  for (const [index, { word }] of parts.entries()) {
    if (!word) {
      const next = parts[index + 1]?.word
      if (!endings || next?.slot !== endings.slot || !endings.words.some((ending) => next.text.endsWith(ending)))
        return []
      continue
    }
    if (word.slot === undefined) {
      if (word.filler) continue
      return []
    }
    all.push(word.slot)
    if (matter.length > 0 || !subjects.has(word.slot)) matter.push(word.slot)
  }
  const found = [together(all), together(matter)].filter((meaning) => meaning !== '')
  return [...new Set(found)]
}
