import { pinyin } from 'pinyin-pro'

// A character always sounds the same here, whatever its neighbours: a slip changes the neighbours. One entry a code unit at most.
const known = new Map<string, string>()

function soundOfCharacter(character: string): string {
  const sound = known.get(character)
  if (sound !== undefined) return sound
  const fresh = pinyin(character, { toneType: 'none' })
  known.set(character, fresh)
  return fresh
}

/** How each character of a text sounds without tones. A character outside the basic plane counts as two that sound alike. */
export function soundsOf(text: string): string[] {
  const sounds: string[] = []
  for (let at = 0; at < text.length; at += 1) sounds.push(soundOfCharacter(text.charAt(at)))
  return sounds
}

/** How a text sounds: 健在 and 建在 are both "jian zai". */
export function soundOf(text: string): string {
  return soundsOf(text).join(' ')
}
