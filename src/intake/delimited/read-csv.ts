import { type CsvError, parse } from 'csv-parse/sync'
import { type AnnexDocument, type Cell, lineOf, NO_MARKS, type Row, type Table } from '../document.ts'
import { brokenCsv, tooLarge } from '../messages/file.ts'
import { csvEncoding } from '../messages/reading.ts'
import { Refusal } from '../refusal.ts'
import { decode } from './decode.ts'
import { noSeparator, separatorOf } from './separator.ts'

const MOST_COLUMNS = 500
const MOST_ROWS = 50_000

function records(text: string, separator: string): string[][] {
  try {
    return parse(text, { delimiter: separator, relax_column_count: true, skip_empty_lines: false })
  } catch (error) {
    // With these options the parser only ever fails over a quote.
    throw new Refusal(brokenCsv(Number((error as CsvError).lines)))
  }
}

function written(separator: string): string | undefined {
  if (separator === noSeparator) return undefined
  return separator === '\t' ? 'Tab' : separator
}

/** Reads a CSV file as one table. It holds no merged cells and no second sheet. */
export function readCsv(bytes: Buffer): AnnexDocument {
  const { text, encoding } = decode(bytes)
  const separator = separatorOf(text)
  const found = records(text, separator)
  const width = found.reduce((most, record) => Math.max(most, record.length), 0)
  if (width > MOST_COLUMNS || found.length > MOST_ROWS) throw new Refusal(tooLarge())
  const rows: Row[] = found.map((record, at) => ({
    no: at + 1,
    cells: Array.from({ length: width }, (_, column): Cell | undefined => {
      const lines = (record[column] ?? '').split(/\r?\n/).map(lineOf)
      const filled = lines.filter((line) => line.text !== '')
      return filled.length === 0
        ? undefined
        : { row: at + 1, column: column + 1, rowSpan: 1, lines: filled, marks: NO_MARKS }
    }),
  }))
  const table: Table = {
    kind: 'table',
    id: '1',
    widths: [],
    fixedColumns: true,
    rows: rows.filter((row) => row.cells.some(Boolean)),
  }
  return { blocks: [table], said: [csvEncoding(encoding, written(separator))], doubts: [] }
}
