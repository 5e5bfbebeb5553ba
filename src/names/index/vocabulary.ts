import type { RecordedNamesFile } from '../../lists/recorded-name.ts'
import { type Branch, grow } from '../normalise/branch.ts'
import { key } from '../normalise/plain.ts'
import { soundsOf } from '../normalise/sound.ts'

/** What is known of a word: its class, whether meaning ignores it (filler) and whether spelling may too (light). */
export interface Word {
  readonly text: string
  readonly slot?: string
  readonly filler: boolean
  readonly light: boolean
  /** Says nothing by itself of what a name is about: two names that share no more are not alike. */
  readonly weak: boolean
}

/** The words of a kind, ready for taking names apart. */
export interface Vocabulary {
  /** The words by their code units. */
  readonly tree: Branch<number, Word>
  /** Words of two characters and more that a slip may have been meant for, by the sounds of their characters. Built on first use. */
  heard(): Branch<string, string[]>
}

/** Collects the words of data/names/<kind>.json. Later groups do not change what an earlier one said of a word. */
export function vocabularyOf({ wording = {}, slots = {} }: Pick<RecordedNamesFile, 'wording' | 'slots'>): Vocabulary {
  const words = new Map<string, Word>()
  const tree: Branch<number, Word> = {}
  const light = new Set(wording.light?.map(key))
  const weak = new Set(wording.weak?.map(key))
  const weakSlots = new Set(wording.weakSlots)
  const add = (written: string, slot: string | undefined, filler: boolean) => {
    const text = key(written)
    if (words.has(text)) return
    const word = {
      text,
      filler,
      light: light.has(text),
      weak: weak.has(text) || (slot !== undefined && weakSlots.has(slot)),
      ...(slot === undefined ? {} : { slot }),
    }
    words.set(text, word)
    grow(tree, codeUnits(text)).value = word
  }
  for (const [slot, members] of Object.entries(slots)) for (const member of members) add(member, slot, false)
  for (const word of wording.filler ?? []) add(word, undefined, true)
  for (const word of wording.light ?? []) add(word, undefined, true)
  for (const word of wording.weak ?? []) add(word, undefined, false)
  for (const word of wording.distinct ?? []) add(word, undefined, false)

  let sounds: Branch<string, string[]> | undefined
  return {
    tree,
    heard() {
      sounds ??= bySound(words.values())
      return sounds
    },
  }
}

const codeUnits = (text: string) => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))

function bySound(words: Iterable<Word>): Branch<string, string[]> {
  const sounds: Branch<string, string[]> = {}
  for (const { text, slot, filler } of words) {
    if (text.length < 2 || (slot === undefined && !filler)) continue
    const branch = grow(sounds, soundsOf(text))
    branch.value ??= []
    branch.value.push(text)
  }
  return sounds
}
