import { type Mark, NO_MARKS } from '../document.ts'
import { type Element, type Listener, readXml } from '../file/xml.ts'
import type { NumberFormats } from './number-format.ts'
import { type Spot, spot } from './reference.ts'
import { shownText } from './stored-text.ts'

/** A cell with something in it. */
export interface Filled extends Spot {
  readonly text: string
  readonly marks: ReadonlySet<Mark>
}

/** A sheet as it is stored: its filled cells, its merged areas, and what is hidden. */
export interface Stored {
  readonly cells: Filled[]
  readonly merged: (readonly [Spot, Spot])[]
  readonly hiddenRows: Set<number>
  readonly hiddenColumns: (readonly [number, number])[]
}

class SheetListener implements Listener {
  readonly stored: Stored = { cells: [], merged: [], hiddenRows: new Set(), hiddenColumns: [] }
  readonly #strings: readonly string[]
  readonly #formats: NumberFormats
  #at: Spot = { row: 0, column: 0 }
  #type = 'n'
  #style = 0
  #value = ''
  #hasFormula = false
  #reading = false
  #inHint = false

  constructor(strings: readonly string[], formats: NumberFormats) {
    this.#strings = strings
    this.#formats = formats
  }

  open({ name, attributes }: Element): void {
    if (name === 'row') {
      this.#at = { row: attributes.r === undefined ? this.#at.row + 1 : Number(attributes.r), column: 0 }
      if (attributes.hidden === '1' || attributes.hidden === 'true') this.stored.hiddenRows.add(this.#at.row)
    } else if (name === 'c') {
      this.#at = spot(attributes.r ?? '') ?? { row: this.#at.row, column: this.#at.column + 1 }
      this.#type = attributes.t ?? 'n'
      this.#style = Number(attributes.s ?? 0)
      this.#value = ''
      this.#hasFormula = false
    } else if (name === 'f') this.#hasFormula = true
    else if (name === 'v' || name === 't') this.#reading = true
    else if (name === 'rPh') this.#inHint = true
    else if (name === 'col' && (attributes.hidden === '1' || attributes.hidden === 'true')) {
      this.stored.hiddenColumns.push([Number(attributes.min), Number(attributes.max)])
    } else if (name === 'mergeCell') {
      const [from, to] = (attributes.ref ?? '').split(':').map(spot)
      if (from && to) this.stored.merged.push([from, to])
    }
  }

  text(piece: string): void {
    if (this.#reading && !this.#inHint) this.#value += piece
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#reading = false
    if (name === 'rPh') this.#inHint = false
    if (name === 'c') this.#fill()
  }

  #fill(): void {
    const marks = new Set<Mark>()
    let text = this.#value
    if (this.#type === 's') text = this.#strings[Number(text)] ?? ''
    else if (this.#type === 'e') marks.add('error')
    else if (this.#type === 'b') text = text === '1' ? 'TRUE' : 'FALSE'
    else if (this.#type === 'd') marks.add('date')
    else if (this.#type === 'n' && text !== '') {
      const shown = this.#formats.show(text, this.#style)
      text = shown.text
      if (shown.mark) marks.add(shown.mark)
    } else text = shownText(text)
    // A formula whose result was never stored shows something on screen that is not in the file.
    if (this.#hasFormula && text === '') marks.add('formula')
    if (text.trim() !== '' || marks.size > 0)
      this.stored.cells.push({ ...this.#at, text, marks: marks.size > 0 ? marks : NO_MARKS })
  }
}

/** Reads one worksheet part. */
export async function readWorksheet(
  pieces: AsyncIterable<string>,
  strings: readonly string[],
  formats: NumberFormats,
): Promise<Stored> {
  const listener = new SheetListener(strings, formats)
  await readXml(pieces, listener)
  return listener.stored
}
