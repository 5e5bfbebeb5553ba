import { type LedgerKey, nameColumns, type words } from '../ledger-words.ts'
import { identityOf, sameName } from './ledger-code.ts'
import { type PreviousRow, under } from './previous-row.ts'

/** A row of today's ledger, by what tells it from others. */
export interface TodayRow {
  readonly part: LedgerKey
  readonly name: string
  readonly code: string
  readonly identity: string
}

/** The words whose columns tell the rows of a table apart. */
export type Identities = Readonly<Record<LedgerKey, readonly (keyof typeof words)[]>>

type OfTable = PreviousRow & { readonly part: LedgerKey }
const isOfTable = (row: PreviousRow): row is OfTable => row.part !== undefined

/** Matches the rows of a ledger with those of the one before: by their codes, then by what they say. */
export function matchRows<Row extends TodayRow>(
  today: readonly Row[],
  previous: readonly PreviousRow[],
  identities: Identities,
): Map<Row, PreviousRow> {
  const matched = new Map<Row, PreviousRow>()
  const left = new Set(previous.filter(isOfTable))
  const pass = (keyOfToday: (row: Row) => string, keyOfPrevious: (row: OfTable) => string) => {
    const by = Map.groupBy([...left], keyOfPrevious)
    for (const row of today) {
      const [first] = matched.has(row) ? [] : (by.get(keyOfToday(row)) ?? [])
      if (!first) continue
      matched.set(row, first)
      left.delete(first)
      by.get(keyOfToday(row))?.shift()
    }
  }
  const code = (row: OfTable) => under(row, 'code').trim()
  const name = (row: OfTable) => under(row, nameColumns[row.part])
  const said = (row: OfTable) => {
    const cells = identities[row.part].map((word) => under(row, word))
    return identityOf(row.part, cells, under(row, 'finding'))
  }
  // A row that was copied and written over has the code of another: code and what it says come first, then each alone.
  pass(
    (row) => `${row.code}\n${row.identity}`,
    (row) => `${code(row)}\n${said(row)}`,
  )
  pass((row) => row.identity, said)
  const names = new Map(today.map((row) => [row.code, row.name]))
  pass(
    (row) => row.code,
    (row) => (sameName(names.get(code(row)) ?? '', name(row)) || name(row) === '' ? code(row) : ''),
  )
  return matched
}
