import { readXml } from '../file/xml.ts'
import { shownText } from './stored-text.ts'

/** Reads xl/sharedStrings.xml: a text by its number. Phonetic hints above the characters (rPh) are not part of it. */
export async function readSharedStrings(pieces: AsyncIterable<string>): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let inText = false
  let inHint = false
  await readXml(pieces, {
    open({ name }) {
      if (name === 'si') text = ''
      if (name === 'rPh') inHint = true
      if (name === 't') inText = true
    },
    text(piece) {
      if (inText && !inHint) text += piece
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') inHint = false
      if (name === 'si') strings.push(shownText(text))
    },
  })
  return strings
}
