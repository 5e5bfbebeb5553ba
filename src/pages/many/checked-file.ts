import { PassThrough, Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import type { FastifyReply } from 'fastify'
import type { Language } from '../../lists/terms.ts'
import type { Look } from '../../reports/workbook/cell-looks.ts'
import { writeWorkbook } from '../../reports/workbook/write-workbook.ts'
import type { WrittenCell } from '../../reports/workbook/written-sheet.ts'
import { Turn } from '../../work/turns.ts'
import type { Tone } from '../page-words.ts'
import type { CheckedLine } from './check-rows.ts'

const header = {
  zh: ['序号', '名称', '出具单位', '结论', '列于', '依据', '可以改用', '说明'],
  en: ['No', 'Name', 'Issuer', 'Conclusion', 'Listed as', 'Basis', 'Instead', 'Note'],
}
const title = { zh: '核查结果', en: 'Check' }
const looks: Readonly<Record<Tone, Look>> = { no: 'bad', yes: 'good', ask: 'ask', none: 'muted' }

const cells = (line: CheckedLine) => [
  line.no,
  line.name,
  line.issuer,
  line.verdict,
  line.item,
  line.basis,
  line.instead,
  line.note,
]

/** The lines of a CSV file, in turns with other requests. */
async function* csvPieces(head: readonly string[], lines: readonly CheckedLine[]): AsyncGenerator<string> {
  const turn = new Turn()
  const text = (row: readonly (string | number)[], bom = false) =>
    stringify([row], { bom, record_delimiter: '\r\n', escape_formulas: true })
  let piece = text(head, true)
  for (const line of lines) {
    if (turn.over) {
      yield piece
      piece = ''
      await turn.next()
    }
    piece += text(cells(line))
  }
  yield piece
}

/** Sends the checked rows as a file to keep. Names stay text whatever they begin with; the writers see to that. */
export function sendFile(
  reply: FastifyReply,
  format: 'xlsx' | 'csv',
  { lines, day, language }: { lines: readonly CheckedLine[]; day: string; language: Language },
): FastifyReply {
  const name = encodeURIComponent(`${title[language]}-${day}.${format}`)
  reply.header('content-disposition', `attachment; filename="check-${day}.${format}"; filename*=UTF-8''${name}`)
  if (format === 'csv') {
    const pieces = Readable.from(csvPieces(header[language], lines), { objectMode: false })
    return reply.type('text/csv; charset=utf-8').send(pieces)
  }
  const out = new PassThrough()
  const sheet = {
    name: title[language],
    widths: [6, 30, 22, 30, 30, 40, 40, 40],
    headRows: 1,
    *rows() {
      yield { cells: header[language], look: 'head' as const }
      for (const line of lines) {
        const row: WrittenCell[] = cells(line)
        row[3] = { text: line.verdict, look: looks[line.tone] }
        yield { cells: row }
      }
    },
  }
  writeWorkbook({ title: title[language], day, sheets: [sheet] }, out).catch((error) => out.destroy(error))
  return reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(out)
}
