import { syllables } from './syllables.ts'

const sounds = Object.keys(syllables)

/** Of each code unit the place of its sound among `sounds`, from 1; 0 where it has none. */
const places = new Uint16Array(0x10000)
for (const [place, sound] of sounds.entries()) {
  const characters = syllables[sound] as string
  for (let at = 0; at < characters.length; at += 1) places[characters.charCodeAt(at)] = place + 1
}

/**
 * How a character sounds without tones; one without a sound stands for itself. It always sounds the same, whatever its neighbours: a
 * slip changes the neighbours. A character outside the basic plane counts as two.
 */
export function soundOf(character: string): string {
  const place = places[character.charCodeAt(0)] as number
  return place === 0 ? character : (sounds[place - 1] as string)
}

/** How each character of a text sounds: 健在 and 建在 are both jian, zai. */
export const soundsOf = (text: string): string[] =>
  Array.from({ length: text.length }, (_, at) => soundOf(text.charAt(at)))
