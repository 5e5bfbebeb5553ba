import type { RecordedNamesFile } from '../catalogue/files/recorded-name.ts'
import { key } from './plain.ts'
import { soundOf } from './sound.ts'

/** What is known of a word: its class, whether meaning ignores it (filler) and whether spelling may too (light). */
export interface Word {
  readonly text: string
  readonly slot?: string
  readonly filler: boolean
  readonly light: boolean
}

/** The words of a kind, ready for taking names apart. */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, Word>
  /** Length of the longest word that starts with a character. */
  readonly longest: ReadonlyMap<string, number>
  /** Words of two characters and more that a slip may have been meant for, by their sound. Built on first use. */
  soundingLike(sound: string): readonly string[]
}

/** Collects the words of data/names/<kind>.json. Later groups do not change what an earlier one said of a word. */
export function vocabularyOf({ wording = {}, slots = {} }: Pick<RecordedNamesFile, 'wording' | 'slots'>): Vocabulary {
  const words = new Map<string, Word>()
  const longest = new Map<string, number>()
  const light = new Set(wording.light?.map(key))
  const add = (written: string, slot: string | undefined, filler: boolean) => {
    const text = key(written)
    if (words.has(text)) return
    words.set(text, { text, filler, light: light.has(text), ...(slot === undefined ? {} : { slot }) })
    const first = text.charAt(0)
    longest.set(first, Math.max(longest.get(first) ?? 0, text.length))
  }
  for (const [slot, members] of Object.entries(slots)) for (const member of members) add(member, slot, false)
  for (const word of wording.filler ?? []) add(word, undefined, true)
  for (const word of wording.light ?? []) add(word, undefined, true)
  for (const word of wording.distinct ?? []) add(word, undefined, false)

  let bySound: Map<string, string[]> | undefined
  const meant = () => {
    const sounds = new Map<string, string[]>()
    for (const { text, slot, filler } of words.values()) {
      if (text.length < 2 || (slot === undefined && !filler)) continue
      const sound = soundOf(text)
      const same = sounds.get(sound)
      if (same) same.push(text)
      else sounds.set(sound, [text])
    }
    return sounds
  }
  return {
    words,
    longest,
    soundingLike(sound) {
      bySound ??= meant()
      return bySound.get(sound) ?? []
    },
  }
}
