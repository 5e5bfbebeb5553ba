import { type AnnexDocument, type Cell, lineOf, NO_MARKS, type Row, type Table } from '../blocks.ts'
import { inRow } from '../messages/limit-messages.ts'
import { csvEncoding } from '../messages/reading-messages.ts'
import { annexLimits } from '../package/file-limits.ts'
import { Tally } from '../package/held-limits.ts'
import { decode } from './decode.ts'
import { type CsvRecord, csvRecords } from './records.ts'
import { noSeparator, separatorOf } from './separator.ts'

function written(separator: string): string | undefined {
  if (separator === noSeparator) return undefined
  return separator === '\t' ? 'Tab' : separator
}

/** Reads a CSV file as one table. It holds no merged cells and no second sheet. */
export async function readCsv(bytes: Buffer): Promise<AnnexDocument> {
  const { text, encoding } = decode(bytes)
  const separator = separatorOf(text)
  const found: CsvRecord[] = []
  for await (const records of csvRecords(text, separator, annexLimits)) found.push(...records)
  const width = found.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const tally = new Tally(annexLimits)
  const rows = found.map(({ no, cells }): Row => {
    // One long row makes every row as wide.
    tally.cells(width, () => inRow(no))
    return {
      no,
      cells: Array.from({ length: width }, (_, column): Cell | undefined => {
        const lines = (cells[column] ?? '').split(/\r?\n/).map(lineOf)
        const filled = lines.filter((line) => line.text !== '')
        tally.cells(filled.length, () => inRow(no))
        return filled.length === 0
          ? undefined
          : { row: no, column: column + 1, rowSpan: 1, lines: filled, marks: NO_MARKS }
      }),
    }
  })
  const table: Table = {
    kind: 'table',
    id: '1',
    widths: [],
    fixedColumns: true,
    rows: rows.filter((row) => row.cells.some(Boolean)),
  }
  return { blocks: [table], said: [csvEncoding(encoding, written(separator))], doubts: [], around: [] }
}
