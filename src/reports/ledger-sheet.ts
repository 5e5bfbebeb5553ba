import type { Setting } from '../checks/judge.ts'
import type { LedgerPart } from './ledger-part.ts'
import { words } from './ledger-words.ts'
import { type Carried, type TodayTable, toFill } from './previous/carry-over.ts'
import { type LedgerRow, ledgerRows, textOf } from './previous/ledger-rows.ts'
import { distinct, under } from './previous/previous-row.ts'
import type { WrittenRow, WrittenSheet } from './workbook/written-sheet.ts'

/** The rows of a sheet with their headers, as the ledger after it finds them again. */
export interface LedgerTable extends TodayTable {
  readonly part: LedgerPart
  readonly beside: readonly string[]
}

export function ledgerTable(part: LedgerPart, village: string, { language }: Setting): LedgerTable {
  const beside = [...new Set(part.written.flatMap((written) => Object.keys(written ?? {})))]
  const no = words.no[language]
  const shown = beside.map((name) => (name === no ? words.writtenNo[language] : name))
  const headers = distinct([...part.columns.map(([key]) => words[key][language]), ...shown])
  const valuesOf = ({ cells, written }: LedgerRow) => [
    ...cells.map(textOf),
    ...beside.map((name) => written[name] ?? ''),
  ]
  return { key: part.key, part, beside: shown, rows: ledgerRows(part, village), headers, valuesOf }
}

/** A sheet ready to file: title, place, day and version above, counts, the table, and a line to sign. */
export function ledgerSheet(
  { key, part, beside, rows, valuesOf }: LedgerTable,
  place: string,
  { snapshot, on, language }: Setting,
  carried?: Carried,
): WrittenSheet {
  const word = (key: keyof typeof words) => words[key][language]
  const colon = language === 'zh' ? '：' : ': '
  const added = carried?.columns[key] ?? []
  const columns = [
    [word('no'), 6] as const,
    ...part.columns.map(([key, width]) => [word(key), width] as const),
    ...beside.map((name) => [name, 18] as const),
    ...(carried ? [[word('standing'), 14] as const] : []),
    ...toFill.map((key) => [word(key), 16] as const),
    ...added.map((name) => [name, 18] as const),
    [word('code'), 16] as const,
  ]
  const about = [place, `${word('day')}${colon}${on}`, `${word('dataset')}${colon}${snapshot.version}`]
  const note = (text: string): WrittenRow => ({ cells: [text], look: 'note', across: true, height: 20 })
  const line = (no: number, row: LedgerRow): WrittenRow => {
    const { standing, from } = carried?.taken.get(row) ?? {}
    const filled = toFill.map((key) => (from ? under(from, key) : ''))
    return {
      cells: [
        ...[no, ...row.cells, ...valuesOf(row).slice(row.cells.length)],
        ...(carried ? [standing ? word(standing) : ''] : []),
        ...[...filled, ...added.map((name) => from?.cells.get(name) ?? ''), row.code],
      ],
    }
  }
  const of = (hint: boolean) => rows.filter((row) => row.hint === hint).map((row, at) => line(at + 1, row))
  const hints = of(true)
  return {
    name: part.name,
    widths: columns.map(([, width]) => width),
    headRows: 4,
    *rows() {
      yield { cells: [part.title], look: 'title', across: true, height: 36 }
      yield note(about.join('    '))
      yield note(part.counts)
      yield { cells: columns.map(([name]) => name), look: 'head', height: 30 }
      yield* of(false)
      if (hints.length > 0) {
        yield { cells: [] }
        yield note(`${word('hints')}${colon}${hints.length}`)
        yield* hints
      }
      yield { cells: [] }
      yield note(word('filled'))
    },
  }
}
