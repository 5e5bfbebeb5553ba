import type { WrittenBeside } from '../../checks/written-beside.ts'
import type { LedgerPart } from '../ledger-part.ts'
import { nameColumns } from '../ledger-words.ts'
import type { WrittenCell } from '../workbook/written-sheet.ts'
import { codes, identityOf } from './ledger-code.ts'
import type { TodayRow } from './match-rows.ts'

/** A row to write, with what tells it from others. */
export interface LedgerRow extends TodayRow {
  readonly cells: readonly WrittenCell[]
  readonly written: WrittenBeside
  readonly hint: boolean
  /** Somebody has to do something about it, or to find something out. */
  readonly matter: boolean
}

export const textOf = (cell: WrittenCell): string => String(typeof cell === 'object' ? cell.text : cell)

/** The rows of a table and its hints, each with its code. */
export function ledgerRows(part: LedgerPart, village: string): LedgerRow[] {
  const codeOf = codes(village)
  const { key, columns, identity } = part
  const row = (cells: readonly WrittenCell[], written: WrittenBeside, hint: boolean): LedgerRow => {
    const under = (...words: LedgerPart['identity']) =>
      cells.filter((_, at) => columns.slice(at, at + 1).some(([word]) => words.includes(word)))
    const finding = under('finding')
    const told = identityOf(key, under(...identity).map(textOf), finding.map(textOf).join(''))
    const matter = finding.some((cell) => typeof cell === 'object' && (cell.look === 'bad' || cell.look === 'ask'))
    const name = under(nameColumns[key]).map(textOf).join('')
    return { part: key, name, code: codeOf(told), identity: told, cells, written, hint, matter }
  }
  const { hints = [] } = part
  return [
    ...part.rows.map((cells, at) => row(cells, part.written[at] ?? {}, false)),
    ...hints.map((cells) => row(cells, {}, true)),
  ]
}
