import { pinyin } from 'pinyin-pro'

// A character always sounds the same here, whatever its neighbours: a slip changes the neighbours. At most one entry a character.
const known = new Map<string, string>()

function soundOfCharacter(character: string): string {
  const sound = known.get(character)
  if (sound !== undefined) return sound
  const fresh = pinyin(character, { toneType: 'none', type: 'array' })[0] ?? character
  if (known.size < 30_000) known.set(character, fresh)
  return fresh
}

/** How a text sounds without tones, character by character: 健在 and 建在 are both "jian zai". */
export function soundOf(text: string): string {
  return Array.from(text, soundOfCharacter).join(' ')
}
