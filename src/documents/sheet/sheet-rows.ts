import sax from 'sax'
import { Refusal } from '../message.ts'
import { brokenZip, doctype } from '../messages/file-messages.ts'
import { inSheet, tooDeep } from '../messages/limit-messages.ts'
import { type Limits, tableLimits } from '../package/file-limits.ts'
import { inCell, Tally } from '../package/held-limits.ts'
import type { TableRow } from '../table-file.ts'
import { CellsAbove, type TallCells } from './merged-cells.ts'
import type { NumberFormats } from './number-format.ts'
import { dayOf } from './number-format.ts'
import { spot } from './reference.ts'
import { type SharedStrings, shownText } from './shared-strings.ts'

/** A worksheet nests five elements deep; hostile files nest thousands to exhaust the reader. */
const deepest = 50

/** What stands for a formula whose result was not stored with it, as programs leave it that write workbooks and work nothing out. */
const notWorkedOut = '#N/A'

/** What a sheet is read with: its name, what the workbook's sheets share, and its own merged cells, which are written behind its rows. */
export interface SheetParts {
  readonly name: string
  readonly strings: SharedStrings
  readonly formats: NumberFormats
  readonly tall: TallCells
  readonly limits?: Limits
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Reads a worksheet row by row. Other than the importer's reader it does not resolve namespaces, which triples the time of a
 * large sheet, and keeps no cell: a hundred thousand rows pass through a few kilobytes.
 */
export async function* sheetRows(
  pieces: AsyncIterable<string>,
  { name: sheet, strings, formats, tall, limits = tableLimits }: SheetParts,
): AsyncGenerator<readonly TableRow[]> {
  const parser = sax.parser(true, { xmlns: false, position: false, trim: false })
  const cellsAbove = new CellsAbove(tall)
  let ready: TableRow[] = []
  let cells: string[] = []
  let row = 0
  let column = 0
  let type = 'n'
  let style = 0
  let value = ''
  let reading = false
  let formula = false
  let inHint = false
  let depth = 0
  const tally = new Tally(limits)
  const where = () => inSheet(sheet, row)

  const endRow = () => {
    tally.cells(cellsAbove.count, where)
    const above = cellsAbove.over(row, cells)
    if (!cells.some((cell) => cell?.trim())) return
    for (const text of above?.values() ?? []) tally.characters(text.length, where)
    ready.push({ no: row, cells: Array.from(cells, (cell) => cell ?? ''), ...(above ? { above } : {}) })
  }

  parser.ondoctype = () => {
    throw new Refusal(doctype())
  }
  parser.onerror = (error) => {
    throw new Refusal(/entity/i.test(error.message) ? doctype() : brokenZip())
  }
  parser.onopentag = ({ name, attributes }) => {
    depth += 1
    if (depth > deepest) throw new Refusal(tooDeep(where(), deepest))
    const attribute = attributes as Readonly<Record<string, string>>
    switch (local(name)) {
      case 'row':
        row = attribute.r === undefined ? row + 1 : Number(attribute.r)
        tally.row(row, where)
        column = 0
        cells = []
        break
      case 'c':
        column = (attribute.r === undefined ? undefined : spot(attribute.r)?.column) ?? column + 1
        tally.column(column, where)
        tally.cells(1, where)
        type = attribute.t ?? 'n'
        style = Number(attribute.s ?? 0)
        value = ''
        formula = false
        break
      case 'f':
        formula = true
        break
      case 'v':
      case 't':
        reading = true
        break
      case 'rPh':
        inHint = true
    }
  }
  parser.ontext = parser.oncdata = (text) => {
    if (!reading || inHint) return
    value += text
    inCell(value.length, where)
  }
  parser.onclosetag = (name) => {
    depth -= 1
    switch (local(name)) {
      case 'v':
      case 't':
        reading = false
        break
      case 'rPh':
        inHint = false
        break
      case 'c':
        if (value === '' && formula && type === 'n') cells[column - 1] = notWorkedOut
        if (value === '') break
        cells[column - 1] = shown(value, type, style, strings, formats)
        tally.text((cells[column - 1] as string).length, where)
        break
      case 'row':
        endRow()
    }
  }
  for await (const piece of pieces) {
    parser.write(piece)
    if (ready.length === 0) continue
    yield ready
    ready = []
  }
  parser.close()
}

/** What a cell shows. A formula shows the result that was stored with it; it is never worked out here. */
function shown(value: string, type: string, style: number, strings: SharedStrings, formats: NumberFormats): string {
  if (type === 's') return strings.at(value)
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type !== 'n') return shownText(value)
  const { text, mark } = formats.show(value, style)
  return mark === 'date' ? (dayOf(Number(value)) ?? text) : text
}
