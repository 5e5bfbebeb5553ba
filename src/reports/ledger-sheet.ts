import type { Setting } from '../checks/judge.ts'
import { words } from './ledger-words.ts'
import type { WrittenCell, WrittenRow, WrittenSheet } from './workbook/written-sheet.ts'

/** Columns that stay empty for whoever acts on the ledger: 三(一) wants measures, time and who is responsible fixed. */
const toFill = ['measure', 'deadline', 'responsible'] as const

/** What one sheet of a ledger holds. */
export interface LedgerPart {
  readonly name: string
  readonly title: string
  /** How many there are of each finding, in words. */
  readonly counts: string
  readonly columns: readonly (readonly [key: keyof typeof words, width: number])[]
  readonly rows: readonly (readonly WrittenCell[])[]
}

/** A sheet ready to file: title, place, day and version above, counts, the table, and a line to sign. */
export function ledgerSheet(part: LedgerPart, place: string, { snapshot, on, language }: Setting): WrittenSheet {
  const word = (key: keyof typeof words) => words[key][language]
  const colon = language === 'zh' ? '：' : ': '
  const columns = [['no', 6] as const, ...part.columns, ...toFill.map((key) => [key, 16] as const)]
  const about = [place, `${word('day')}${colon}${on}`, `${word('dataset')}${colon}${snapshot.version}`]
  const note = (text: string): WrittenRow => ({ cells: [text], look: 'note', across: true, height: 20 })
  return {
    name: part.name,
    widths: columns.map(([, width]) => width),
    headRows: 4,
    *rows() {
      yield { cells: [part.title], look: 'title', across: true, height: 36 }
      yield note(about.join('    '))
      yield note(part.counts)
      yield { cells: columns.map(([key]) => word(key)), look: 'head', height: 30 }
      for (const [at, cells] of part.rows.entries()) yield { cells: [at + 1, ...cells, ...toFill.map(() => '')] }
      yield { cells: [] }
      yield note(word('filled'))
    },
  }
}
