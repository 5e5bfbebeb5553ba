import { pinyin } from 'pinyin-pro'

// A character always sounds the same here, whatever its neighbours: a slip changes the neighbours. One entry a code unit at most.
const known = new Map<string, string>()

/** How a character sounds without tones. One outside the basic plane counts as two that sound alike. */
export function soundOf(character: string): string {
  const sound = known.get(character)
  if (sound !== undefined) return sound
  const fresh = pinyin(character, { toneType: 'none' })
  known.set(character, fresh)
  return fresh
}

/** How each character of a text sounds: 健在 and 建在 are both jian, zai. */
export const soundsOf = (text: string): string[] =>
  Array.from({ length: text.length }, (_, at) => soundOf(text.charAt(at)))
