import { xmlText } from './xml-text.ts'

/** Beyond this many different texts, further ones are written where they stand: the table must not outgrow the memory. */
const mostShared = 300_000

/** The texts of a workbook, each held once: conclusions and bases recur on every row. */
export class SharedStrings {
  readonly #numbers = new Map<string, number>()
  readonly #most: number

  constructor(most = mostShared) {
    this.#most = most
  }

  /** The cell's content as XML, with the attribute that says how to read it. */
  cell(text: string): { type: string; xml: string } {
    let number = this.#numbers.get(text)
    if (number === undefined) {
      if (this.#numbers.size >= this.#most)
        return { type: 'inlineStr', xml: `<is><t xml:space="preserve">${xmlText(text)}</t></is>` }
      number = this.#numbers.size
      this.#numbers.set(text, number)
    }
    return { type: 's', xml: `<v>${number}</v>` }
  }

  /** xl/sharedStrings.xml, in pieces. */
  *xml(): Generator<string> {
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    let piece = ''
    for (const text of this.#numbers.keys()) {
      piece += `<si><t xml:space="preserve">${xmlText(text)}</t></si>`
      if (piece.length < 65_536) continue
      yield piece
      piece = ''
    }
    yield `${piece}</sst>`
  }
}
