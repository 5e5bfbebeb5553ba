import { type Said, say } from '../message.ts'
import { type Place, placeWords } from '../place-in-file.ts'

/** A message that begins with its place. */
export const at = (code: string, place: Place, zh: string, en: string): Said => {
  const words = placeWords(place)
  return say(code, `${words.zh}：${zh}`, `${words.en}: ${en}`)
}
/** A text shortened to what a message can bear. */
export const short = (text: string) => {
  const line = text.replaceAll('\n', ' ')
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}
