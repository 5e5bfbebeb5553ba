import { CsvError, parse } from 'csv-parse'
import { decode } from '../../intake/delimited/decode.ts'
import { separatorOf } from '../../intake/delimited/separator.ts'
import { brokenCsv, tooLarge } from '../../intake/messages/file.ts'
import { Refusal } from '../../intake/refusal.ts'
import { longCell } from './messages.ts'
import { mostCells, mostCharacters, mostColumns, type TableFile, type TableRow } from './table-file.ts'

/** Rows handed on at a time. */
const batch = 500
const pieceLength = 1 << 20

function* pieces(text: string): Generator<string> {
  for (let from = 0; from < text.length; from += pieceLength) yield text.slice(from, from + pieceLength)
}

/** Opens a CSV file in UTF-8 (with or without byte-order mark), UTF-16 or GB18030 as a file of one sheet. */
export function openDelimited(bytes: Buffer): TableFile {
  const { text } = decode(bytes)
  const delimiter = separatorOf(text)
  return { sheets: [{ name: 'CSV', rowCount: linesIn(text), rows: () => records(text, delimiter) }] }
}

/** As many rows as lines, or fewer where cells hold line breaks. */
function linesIn(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

async function* records(text: string, delimiter: string): AsyncGenerator<readonly TableRow[]> {
  const parser = parse({ delimiter, relax_column_count: true, skip_empty_lines: false, bom: true })
  const source = pieces(text)
  const feed = () => {
    let more = true
    while (more) {
      const { value, done } = source.next()
      if (done) {
        parser.end()
        return
      }
      more = parser.write(value)
    }
  }
  parser.on('drain', feed)
  feed()
  let ready: TableRow[] = []
  let no = 0
  let seen = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      no += 1
      seen += cells.length
      if (cells.some((cell) => cell.length > mostCharacters)) throw new Refusal(longCell(no))
      if (cells.length > mostColumns || seen > mostCells) throw new Refusal(tooLarge())
      if (cells.some((cell) => cell.trim() !== '')) ready.push({ no, cells })
      if (ready.length < batch) continue
      yield ready
      ready = []
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal(brokenCsv(Number(error.lines)))
    throw error
  }
  if (ready.length > 0) yield ready
}
