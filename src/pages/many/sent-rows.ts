import type { Kind } from '../../catalogue/files/terms.ts'
import { columnsOf, type Role } from '../../checks/columns.ts'
import { mostQuestions } from '../../http/schemas/batch.ts'
import { kindOfFile } from '../../intake/file/kind-of-file.ts'
import { unknownExtension } from '../../intake/messages/file.ts'
import { Refusal } from '../../intake/refusal.ts'
import { say } from '../../intake/said.ts'
import { openDelimited } from '../../tables/read/delimited.ts'
import { cellAt, shownAt, type TableFile, type TableRow } from '../../tables/read/table-file.ts'
import { openWorkbook } from '../../tables/read/workbook.ts'

/** One name as it was pasted or uploaded. */
export interface SentRow {
  readonly name: string
  readonly issuer?: string
}

/** The column that holds the name, by what is asked about. */
const named: Readonly<Record<Kind, Role>> = { certificate: 'material', signboard: 'board', task: 'task' }

const tooMany = () =>
  new Refusal(
    say(
      'too-many-rows',
      `一次最多核查 ${mostQuestions} 行。更多的请分次核查，或用命令 qingdan audit。`,
      `The page checks ${mostQuestions} rows at most. Send more in parts, or use the command qingdan audit.`,
    ),
  )

/** A name is one line; what a cell holds beyond the printable is no part of it. */
const clean = (cell: string) => cell.replace(/[\p{Cc}\s]+/gu, ' ').trim()

/** Takes the names from rows of cells: by the header where there is one, else the first column, and the second as the issuer. */
class Taker {
  readonly rows: SentRow[] = []
  readonly #kind: Kind
  #columns: { readonly name: number; readonly issuer: number | undefined } | undefined

  constructor(kind: Kind) {
    this.#kind = kind
  }

  take(row: TableRow): void {
    if (this.#columns === undefined) {
      const role = named[this.#kind]
      const { [role]: name, issuer } = columnsOf(row.cells, [role, 'issuer'])
      this.#columns = name === undefined ? { name: 0, issuer: 1 } : { name, issuer }
      if (name !== undefined) return
    }
    const name = clean(cellAt(row, this.#columns.name))
    const issuer = this.#kind === 'certificate' ? clean(shownAt(row, this.#columns.issuer)) : ''
    if (name === '') return
    if (this.rows.length >= mostQuestions) throw tooMany()
    this.rows.push({ name, ...(issuer === '' ? {} : { issuer }) })
  }
}

/** Names pasted into the page: one a line, columns apart by tabs as spreadsheets copy them. */
export function pastedRows(kind: Kind, text: string): SentRow[] {
  const taker = new Taker(kind)
  for (const [at, line] of text.split(/\r?\n/).entries()) taker.take({ no: at + 1, cells: line.split('\t') })
  return taker.rows
}

function open(bytes: Buffer, name: string): TableFile | Promise<TableFile> {
  if (/\.txt$/i.test(name)) return openDelimited(bytes)
  const kind = kindOfFile(bytes, name)
  if (kind === 'docx') throw new Refusal(unknownExtension(name))
  return kind === 'csv' ? openDelimited(bytes) : openWorkbook(bytes)
}

/** Names of an uploaded file's first sheet. @throws Refusal with the sentence that says what is wrong with the file. */
export async function uploadedRows(kind: Kind, bytes: Buffer, name: string): Promise<SentRow[]> {
  const { sheets } = await open(bytes, name)
  const taker = new Taker(kind)
  for (const sheet of sheets.slice(0, 1)) {
    for await (const rows of sheet.rows()) for (const row of rows) taker.take(row)
  }
  return taker.rows
}
