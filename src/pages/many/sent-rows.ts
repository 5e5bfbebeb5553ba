import { columnsOf, type Role } from '../../checks/columns-by-role.ts'
import { Refusal, say } from '../../documents/message.ts'
import { cellAt, shownAt, type TableRow } from '../../documents/table-file.ts'
import { mostQuestions } from '../../http/schemas/batch-schemas.ts'
import type { Kind } from '../../lists/terms.ts'
import { longestName } from '../../rulings/question.ts'

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

/**
 * A name is one line; what a cell holds beyond the printable is no part of it. What is too long for a name is cut and stays too long:
 * a thousand cells of the longest would be a page of 30 MB.
 */
function clean(cell: string): string {
  const text = cell.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  const most = 2 * longestName
  return text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text
}

/** Takes the names from rows of cells: by the header where there is one, else the first column, and the second as the issuer. */
export class Taker {
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
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) taker.take({ no: index, cells: line.split('\t') })
  return taker.rows
}
