import { letters } from '../../documents/sheet/reference.ts'
import type { Sheet, TableFile, TableRow } from '../../documents/table-file.ts'
import { type LedgerKey, ledgerKeys, nameColumns, words } from '../ledger-words.ts'
import { isWord } from './is-word.ts'

/** A row of a ledger that was given out before, as it came back. */
export interface PreviousRow {
  readonly sheet: string
  readonly no: number
  /** Which table of the ledger it is of; absent where no header was recognised above it. */
  readonly part?: LedgerKey
  /** It was kept from an earlier ledger already. */
  readonly kept?: true
  /** Every filled cell, by its header. */
  readonly cells: ReadonlyMap<string, string>
}

type Word = keyof typeof words

/** Reads every sheet of a ledger, whatever was done to it: the header may stand anywhere, columns in any order. */
export async function previousRows({ sheets }: TableFile, most: number): Promise<PreviousRow[] | 'too many'> {
  const all: PreviousRow[] = []
  for (const sheet of sheets) {
    const rows = await someRows(sheet, most - all.length)
    if (!rows) return 'too many'
    const header = rows.find(({ cells }) => isKept(cells) || partOf(cells))
    const kept = header !== undefined && isKept(header.cells)
    const part = header && !kept ? partOf(header.cells) : undefined
    const names = header ? distinct(header.cells) : []
    for (const row of rows) {
      if (isPrinted(row) || isKept(row.cells) || partOf(row.cells)) continue
      const filled = row.cells.flatMap((cell, at) =>
        cell.trim() ? [[names[at] ?? letters(at + 1), cell] as const] : [],
      )
      const { no } = row
      all.push({ sheet: sheet.name, no, cells: new Map(filled), ...(part ? { part } : {}), ...(kept ? { kept } : {}) })
    }
  }
  return all
}

async function someRows(sheet: Sheet, most: number): Promise<TableRow[] | undefined> {
  const all: TableRow[] = []
  for await (const rows of sheet.rows()) {
    all.push(...rows)
    if (all.length > most) return undefined
  }
  return all
}

/** Headers as names of columns: one that comes again is told from the first, one without text goes by its letter. */
export function distinct(headers: readonly string[]): string[] {
  const times = new Map<string, number>()
  return headers.map((header, at) => {
    const name = header.replace(/\s+/gu, ' ').trim() || letters(at + 1)
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return time === 1 ? name : `${name}（${time}）`
  })
}

/** A header names the things of one table and the conclusion on them: no row of findings has both words. */
function partOf(cells: readonly string[]): LedgerKey | undefined {
  const has = (word: Word) => cells.some((cell) => isWord(cell, word))
  return has('finding') ? ledgerKeys.find((part) => has(nameColumns[part])) : undefined
}

/** The header of the sheet that holds what was kept: it has the columns of every table. */
const isKept = (cells: readonly string[]) => cells.some((cell) => isWord(cell, 'why'))

/** What a cell of a row holds under a word of the ledger. */
export function under({ cells }: PreviousRow, word: Word): string {
  for (const [header, cell] of cells) if (isWord(header, word)) return cell
  return ''
}

/** Lines that the program prints around its tables. One that somebody wrote something else into is none. */
const printed: readonly RegExp[] = (['zh', 'en'] as const).flatMap((language) => {
  const word = (key: Word) => words[key][language]
  const parts = ledgerKeys.map((part) => word(part)).join('|')
  return [
    new RegExp(`${word('title')}(?:（(?:${parts})）|: (?:${parts}))$`, 'u'),
    new RegExp(`${word('dataset')}(?:：|: )\\S+$`, 'u'),
    new RegExp(`^${word('total')} \\d+(?:[；;].* \\d+)?$`, 'u'),
    new RegExp(`^${word('hints')}(?:：|: )\\d+$`, 'u'),
    ...(['filled', 'keptTitle', 'keptNote'] as const).map((key) => new RegExp(`^${word(key)}$`, 'u')),
  ]
})

function isPrinted({ cells }: TableRow): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return filled.length === 1 && printed.some((one) => one.test(filled.join('')))
}
