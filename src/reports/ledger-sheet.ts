import type { Setting } from '../checks/judge.ts'
import type { WrittenBeside } from '../checks/written-beside.ts'
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
  /** What the village wrote beside what `columns` show, by header, for each of the rows. */
  readonly written: readonly (WrittenBeside | undefined)[]
  /** What is seen of all rows together; it is no row of the table and not counted among them. */
  readonly hints?: readonly (readonly WrittenCell[])[]
}

/** A sheet ready to file: title, place, day and version above, counts, the table, and a line to sign. */
export function ledgerSheet(part: LedgerPart, place: string, { snapshot, on, language }: Setting): WrittenSheet {
  const word = (key: keyof typeof words) => words[key][language]
  const colon = language === 'zh' ? '：' : ': '
  const beside = [...new Set(part.written.flatMap((written) => Object.keys(written ?? {})))]
  const own = part.columns.map(([key, width]) => [word(key), width] as const)
  const columns = [
    [word('no'), 6] as const,
    ...own,
    ...beside.map((name) => [name === word('no') ? word('writtenNo') : name, 18] as const),
    ...toFill.map((key) => [word(key), 16] as const),
  ]
  const about = [place, `${word('day')}${colon}${on}`, `${word('dataset')}${colon}${snapshot.version}`]
  const note = (text: string): WrittenRow => ({ cells: [text], look: 'note', across: true, height: 20 })
  const row = (no: number, cells: readonly WrittenCell[], written: WrittenBeside = {}): WrittenRow => ({
    cells: [no, ...cells, ...beside.map((name) => written[name] ?? ''), ...toFill.map(() => '')],
  })
  const { hints = [] } = part
  return {
    name: part.name,
    widths: columns.map(([, width]) => width),
    headRows: 4,
    *rows() {
      yield { cells: [part.title], look: 'title', across: true, height: 36 }
      yield note(about.join('    '))
      yield note(part.counts)
      yield { cells: columns.map(([name]) => name), look: 'head', height: 30 }
      for (const [at, cells] of part.rows.entries()) yield row(at + 1, cells, part.written[at])
      if (hints.length > 0) {
        yield { cells: [] }
        yield note(`${word('hints')}${colon}${hints.length}`)
        for (const [at, cells] of hints.entries()) yield row(at + 1, cells)
      }
      yield { cells: [] }
      yield note(word('filled'))
    },
  }
}
