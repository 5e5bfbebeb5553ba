import type { Element } from '../package/xml.ts'
import type { OpenParagraph } from './paragraph.ts'
import type { Styles } from './styles.ts'
import { isOn } from './styles.ts'
import { symbol } from './symbols.ts'

/** Characters of the private use area: drawn by a font that only the author had. */
const PRIVATE = /[\ue000-\uf8ff\ufffd]/

const white = 'FFFFFF'

/** A w:r: text of one format. */
export class OpenRun {
  readonly #paragraph: OpenParagraph
  readonly #styles: Styles
  #style: string | undefined
  readonly #direct = new Map<'vanish' | 'strike', boolean>()
  hidText = false
  #colour: string | undefined
  #ground: string | undefined

  constructor(paragraph: OpenParagraph, styles: Styles) {
    this.#paragraph = paragraph
    this.#styles = styles
  }

  /** Takes in an element inside w:rPr. */
  property({ name, attributes: { val, fill } }: Element): void {
    if (name === 'rStyle') this.#style = val
    if (name === 'vanish') this.#direct.set('vanish', isOn(val))
    if (name === 'strike' || name === 'dstrike') this.#direct.set('strike', isOn(val))
    if (name === 'color') this.#colour = val
    if (name === 'shd') this.#ground = fill
    if (name === 'highlight') this.#ground = val
  }

  /** Takes in an element that prints something without being text. */
  piece({ name, attributes: { font = '', char = '' } }: Element): void {
    if (name === 'br' || name === 'cr') this.print('\n')
    if (name === 'tab' || name === 'ptab') this.print('\t')
    if (name === 'noBreakHyphen') this.print('-')
    if (name === 'sym') this.print(symbol(font, char))
    if (name === 'footnoteReference' || name === 'endnoteReference') this.#paragraph.marks.add('footnote')
    // A line of text in a picture is no text: a cell with nothing else must not count as blank.
    if (name === 'blip' || name === 'imagedata') this.#paragraph.marks.add('picture')
    if (name === 'OLEObject') this.#paragraph.marks.add('embedded')
  }

  /** Prints text unless it is hidden, or is the code of a field. */
  print(text: string): void {
    if (this.#paragraph.inFieldCode) return
    if (this.#on('vanish')) {
      this.hidText ||= text.trim() !== ''
      return
    }
    this.#paragraph.text += text
    if (PRIVATE.test(text)) this.#paragraph.marks.add('symbol')
    if (text.trim() !== '' && this.#on('strike')) this.#paragraph.marks.add('struck')
    if (text.trim() !== '' && this.#isUnseen()) this.#paragraph.marks.add('unseen')
  }

  /** White on white, or whatever the ground is: the innermost that has a colour. */
  #isUnseen(): boolean {
    const ground = [this.#ground, this.#paragraph.ground].find((one) => one !== undefined && one !== 'auto')
    return this.#colour?.toUpperCase() === (ground?.toUpperCase() ?? white)
  }

  /** Direct format wins; a toggle set by both the character's and the paragraph's style cancels out (ECMA-376 part 1, 17.7.3). */
  #on(what: 'vanish' | 'strike'): boolean {
    const direct = this.#direct.get(what)
    if (direct !== undefined) return direct
    return (
      this.#styles.toggle(what, this.#style, 'character') !==
      this.#styles.toggle(what, this.#paragraph.style, 'paragraph')
    )
  }
}
