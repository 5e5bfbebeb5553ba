import { type Mark, NO_MARKS } from '../blocks.ts'
import { Refusal } from '../message.ts'
import { inSheet, tooManyColumns, tooManyMerged } from '../messages/limit-messages.ts'
import { mostMerged, sheetColumns } from '../package/file-limits.ts'
import { inCell, type Tally } from '../package/held-limits.ts'
import { type Element, type Listener, readXml } from '../package/xml.ts'
import type { NumberFormats } from './number-format.ts'
import { type Spot, spot } from './reference.ts'
import { type SharedStrings, shownText } from './shared-strings.ts'

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
  readonly hiddenColumns: ReadonlySet<number>
  /** Embedded files that lie on the sheet. */
  embedded: number
  /** What is printed above and below its pages. */
  header: string
}

/** What a sheet is read with: its name, what the workbook's sheets share, and what has been read of the file so far. */
export interface SheetContext {
  readonly name: string
  readonly strings: SharedStrings
  readonly formats: NumberFormats
  readonly tally: Tally
}

class SheetListener implements Listener {
  readonly #hiddenColumns = new Set<number>()
  readonly stored: Stored = {
    cells: [],
    merged: [],
    hiddenRows: new Set(),
    hiddenColumns: this.#hiddenColumns,
    embedded: 0,
    header: '',
  }
  readonly #sheet: SheetContext
  #columns = 0
  #at: Spot = { row: 0, column: 0 }
  #type = 'n'
  #style = 0
  #value = ''
  #hasFormula = false
  #reading = false
  #inHint = false
  #inHeader = false
  #struck = false

  constructor(sheet: SheetContext) {
    this.#sheet = sheet
  }

  readonly #where = () => inSheet(this.#sheet.name, this.#at.row)

  open({ name, attributes }: Element): void {
    if (name === 'row') {
      this.#at = { row: attributes.r === undefined ? this.#at.row + 1 : Number(attributes.r), column: 0 }
      if (attributes.hidden === '1' || attributes.hidden === 'true') this.stored.hiddenRows.add(this.#at.row)
    } else if (name === 'c') {
      this.#sheet.tally.cells(1, this.#where)
      this.#at = spot(attributes.r ?? '') ?? { row: this.#at.row, column: this.#at.column + 1 }
      this.#type = attributes.t ?? 'n'
      this.#style = Number(attributes.s ?? 0)
      this.#value = ''
      this.#hasFormula = false
      this.#struck = false
    } else if (name === 'oddHeader' || name === 'oddFooter') this.#inHeader = true
    else if (name === 'oleObject') this.stored.embedded += 1
    else if (name === 'strike' && attributes.val !== '0' && attributes.val !== 'false') this.#struck = true
    else if (name === 'f') this.#hasFormula = true
    else if (name === 'v' || name === 't') this.#reading = true
    else if (name === 'rPh') this.#inHint = true
    else if (name === 'col') this.#column(attributes)
    else if (name === 'mergeCell') {
      const [from, to] = (attributes.ref ?? '').split(':').map(spot)
      if (this.stored.merged.length === mostMerged) throw new Refusal(tooManyMerged(this.#where(), mostMerged))
      if (from && to) this.stored.merged.push([from, to])
    }
  }

  text(piece: string): void {
    if (this.#inHeader) this.stored.header += piece
    if (!this.#reading || this.#inHint) return
    this.#value += piece
    inCell(this.#value.length, this.#where)
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#reading = false
    if (name === 'rPh') this.#inHint = false
    if (name === 'oddHeader' || name === 'oddFooter') this.#inHeader = false
    if (name === 'c') this.#fill()
  }

  /** Each element is for columns of its own, so that there are never more of them than columns. */
  #column({ min, max, hidden }: Element['attributes']): void {
    this.#columns += 1
    if (this.#columns > sheetColumns) throw new Refusal(tooManyColumns(this.#where(), sheetColumns))
    if (hidden !== '1' && hidden !== 'true') return
    const last = Math.min(Number(max), sheetColumns)
    for (let column = Math.max(1, Number(min)); column <= last; column += 1) this.#hiddenColumns.add(column)
  }

  #fill(): void {
    const marks = new Set<Mark>()
    if (this.#struck) marks.add('struck')
    let text = this.#value
    if (this.#type === 's' && text !== '') {
      if (this.#sheet.strings.isStruck(text)) marks.add('struck')
      text = this.#sheet.strings.at(text)
    } else if (this.#type === 'e') marks.add('error')
    else if (this.#type === 'b') text = text === '1' ? 'TRUE' : 'FALSE'
    else if (this.#type === 'd') marks.add('date')
    else if (this.#type === 'n' && text !== '') {
      const shown = this.#sheet.formats.show(text, this.#style)
      text = shown.text
      if (shown.mark) marks.add(shown.mark)
    } else text = shownText(text)
    if (text.trim() !== '') for (const mark of this.#sheet.formats.look(this.#style)) marks.add(mark)
    // A formula whose result was never stored shows something on screen that is not in the file.
    if (this.#hasFormula && text === '') marks.add('formula')
    this.#sheet.tally.text(text.length, this.#where)
    if (text.trim() !== '' || marks.size > 0)
      this.stored.cells.push({ ...this.#at, text, marks: marks.size > 0 ? marks : NO_MARKS })
  }
}

/** Reads one worksheet part. */
export async function readWorksheet(pieces: AsyncIterable<string>, sheet: SheetContext): Promise<Stored> {
  const listener = new SheetListener(sheet)
  await readXml(pieces, listener)
  return listener.stored
}
