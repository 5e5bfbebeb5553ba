import { Refusal, say } from '../../documents/message.ts'
import { letters } from '../../documents/sheet/reference.ts'
import { Turn } from '../../work/turns.ts'
import { type Look, styleOf } from './cell-looks.ts'
import { rowHeight } from './row-height.ts'
import type { WrittenCell, WrittenRow, WrittenSheet } from './written-sheet.ts'
import type { SharedStrings } from './written-strings.ts'

/** Where a sheet would have more rows than Excel opens. */
const tooManyRows = (most: number) =>
  say(
    'too-many-rows',
    `结果超过 ${most} 行，Excel 的一张工作表放不下；请写成 .csv，或把输入分成几份。`,
    `The result has more than ${most} rows, which no sheet of Excel holds; write it as .csv, or divide the input.`,
  )

const pieceLength = 65_536

/** Excel opens no sheet that has more. */
const mostRows = 1_048_576

/** One worksheet part, in pieces and in turns with other work. Text is never anything but text: no cell is written as a formula. */
export async function* sheetXml(
  sheet: WrittenSheet,
  strings: SharedStrings,
  first: boolean,
  most = mostRows,
): AsyncGenerator<string> {
  const { widths, headRows } = sheet
  const last = letters(widths.length)
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
  const pane = `<pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/>`
  yield `<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">${headRows > 0 ? pane : ''}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`
  const column = (width: number, at: number) =>
    `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`
  yield `<cols>${widths.map(column).join('')}</cols><sheetData>`
  const merged: number[] = []
  let row = 0
  let piece = ''
  const turn = new Turn()
  for await (const written of sheet.rows()) {
    if (turn.over) await turn.next()
    row += 1
    if (row > most) throw new Refusal(tooManyRows(most))
    if (written.across) merged.push(row)
    piece += rowXml(row, written, widths, strings)
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield `${piece}</sheetData>`
  if (headRows > 0 && row > headRows) yield `<autoFilter ref="A${headRows}:${last}${row}"/>`
  if (merged.length > 0) {
    const areas = merged.map((at) => `<mergeCell ref="A${at}:${last}${at}"/>`)
    yield `<mergeCells count="${areas.length}">${areas.join('')}</mergeCells>`
  }
  yield '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>'
}

/** A height that is only reckoned leaves the row free to grow when somebody writes into it. */
function rowXml(row: number, written: WrittenRow, widths: readonly number[], strings: SharedStrings): string {
  const { cells, look = 'cell', height, across } = written
  const high =
    height === undefined ? `ht="${across ? 18 : rowHeight(cells, widths)}"` : `ht="${height}" customHeight="1"`
  return `<row r="${row}" ${high}>${cells.map((cell, at) => cellXml(`${nameOf(at)}${row}`, cell, look, strings)).join('')}</row>`
}

const names: string[] = []

/** Letters of a column, from 0; every cell asks for them. */
function nameOf(at: number): string {
  names[at] ??= letters(at + 1)
  return names[at]
}

function cellXml(place: string, cell: WrittenCell, look: Look, strings: SharedStrings): string {
  if (typeof cell === 'number') return `<c r="${place}" s="${styleOf.number}"><v>${cell}</v></c>`
  const text = typeof cell === 'string' ? cell : cell.text
  const style = styleOf[typeof cell === 'string' ? look : cell.look]
  if (text === '') return `<c r="${place}" s="${style}"/>`
  const { type, xml } = strings.cell(text)
  return `<c r="${place}" s="${style}" t="${type}">${xml}</c>`
}
