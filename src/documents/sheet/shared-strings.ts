import { Refusal } from '../message.ts'
import { brokenZip } from '../messages/file-messages.ts'
import { inShared } from '../messages/limit-messages.ts'
import { type Limits, mostShared } from '../package/file-limits.ts'
import { inCell, Tally } from '../package/held-limits.ts'
import { readXml } from '../package/xml.ts'

/** What a workbook stores for a sign that XML cannot hold or would change: _x000D_ is a carriage return, _x005F_ a line below. */
const stored = /_x([0-9A-Fa-f]{4})_/g

/** A text of a workbook as Excel shows it. Tables that come out of databases have _x000D_ at the end of each line. */
export const shownText = (text: string): string =>
  text.includes('_x') ? text.replace(stored, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text

/** The texts that cells share, by their numbers. */
export interface SharedStrings {
  /** @throws Refusal where the file has no such text: it is damaged. */
  at(index: string): string
  /** Whether a part of it is struck through. */
  isStruck(index: string): boolean
}

/** Reads xl/sharedStrings.xml: a text by its number. Phonetic hints above the characters (rPh) are not part of it. */
export async function readSharedStrings(pieces: AsyncIterable<string>, limits: Limits): Promise<SharedStrings> {
  const strings: string[] = []
  const struck = new Set<number>()
  const tally = new Tally({ ...limits, characters: mostShared })
  const where = () => inShared(strings.length + 1)
  let text = ''
  let inText = false
  let inHint = false
  await readXml(pieces, {
    open({ name, attributes }) {
      if (name === 'si') text = ''
      if (name === 'rPh') inHint = true
      if (name === 't') inText = true
      if (name === 'strike' && attributes.val !== '0' && attributes.val !== 'false') struck.add(strings.length)
    },
    text(piece) {
      if (!inText || inHint) return
      text += piece
      inCell(text.length, where)
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') inHint = false
      if (name !== 'si') return
      tally.cells(1, where)
      tally.characters(text.length, where)
      strings.push(shownText(text))
    },
  })
  return {
    at(index) {
      const text = strings[Number(index)]
      // An empty cell would be shown where the program that wrote it shows a text.
      if (text === undefined) throw new Refusal(brokenZip())
      return text
    },
    isStruck: (index) => struck.has(Number(index)),
  }
}
