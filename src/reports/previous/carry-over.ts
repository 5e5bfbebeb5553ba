import { advised, type LedgerKey, nameColumns } from '../ledger-words.ts'
import { verdicts } from '../report-verdict.ts'
import { deadlineDay } from './deadline.ts'
import { isWord } from './is-word.ts'
import { hintOf, sameName } from './ledger-code.ts'
import type { LedgerRow } from './ledger-rows.ts'
import { type Identities, matchRows } from './match-rows.ts'
import { type PreviousRow, under } from './previous-row.ts'

/** Columns that stay empty for whoever acts on the ledger: 三(一) wants measures, time and who is responsible fixed. */
export const toFill = ['measure', 'deadline', 'responsible', 'remarks'] as const

/** How a matter stands beside the ledger before. */
export type Standing = 'new' | 'open' | 'overdue' | 'unclearDeadline' | 'done'
export const standings: readonly Standing[] = ['new', 'open', 'overdue', 'unclearDeadline', 'done']

/** Why a row of the ledger before stands on a sheet of its own. */
type Why = 'whyDone' | 'whyGone' | 'whyAsk' | 'whyUnread' | 'whyChanged'

/** What a row takes from the ledger before. */
interface Taken {
  readonly standing?: Standing
  readonly from?: PreviousRow
}

export interface Carried {
  readonly taken: ReadonlyMap<LedgerRow, Taken>
  /** Columns that somebody put into a table, by table. */
  readonly columns: Readonly<Record<LedgerKey, readonly string[]>>
  readonly kept: readonly { readonly row: PreviousRow; readonly why: Why }[]
  readonly counts: Readonly<Record<Standing, number>>
}

/** A table of today: its rows, and the headers of all its columns that people do not fill. */
export interface TodayTable {
  readonly key: LedgerKey
  readonly rows: readonly LedgerRow[]
  readonly headers: readonly string[]
  readonly valuesOf: (row: LedgerRow) => readonly string[]
}

/** Conclusions after which nothing is left to do, in both languages. */
const settled = new Set(
  [...Object.values(verdicts).flatMap((one) => Object.values(one)), ...Object.values(advised)]
    .filter(({ look }) => look === 'good' || look === 'muted')
    .flatMap(({ zh, en }) => [zh, en]),
)
const wasMatter = (row: PreviousRow) => !settled.has(under(row, 'finding').trim())

/** Sets today's rows beside those of the ledger before. No cell of that ledger is lost: it is taken over, says what today's says, or its row is kept. */
export function carryOver(
  tables: readonly TodayTable[],
  previous: readonly PreviousRow[],
  identities: Identities,
  on: string,
): Carried {
  const today = tables.flatMap(({ rows }) => rows)
  const matched = matchRows(today, previous, identities)
  const taken = new Map<LedgerRow, Taken>()
  const kept: { row: PreviousRow; why: Why }[] = []
  const columns = { tasks: new Set<string>(), boards: new Set<string>(), certificates: new Set<string>() }
  const counts = { new: 0, open: 0, overdue: 0, unclearDeadline: 0, done: 0 }
  for (const { key, rows, headers, valuesOf } of tables) {
    for (const row of rows) {
      const from = matched.get(row)
      const standing = standingOf(row, from, on)
      if (standing) counts[standing] += 1
      taken.set(row, { ...(standing ? { standing } : {}), ...(from ? { from } : {}) })
      if (!from) continue
      const values = valuesOf(row)
      let changed = false
      for (const [header, cell] of from.cells) {
        const at = headers.indexOf(header)
        if (at >= 0) changed ||= values[at] !== cell
        else if (!isOurs(header)) columns[key].add(header)
      }
      if (changed) kept.push({ row: from, why: 'whyChanged' })
    }
  }
  const used = new Set(matched.values())
  for (const row of previous) {
    if (used.has(row)) continue
    const why = whyLeft(row, today)
    if (why === 'whyDone') counts.done += 1
    kept.push({ row, why })
  }
  const named = (key: LedgerKey) => [...columns[key]]
  return {
    taken,
    kept,
    counts,
    columns: { tasks: named('tasks'), boards: named('boards'), certificates: named('certificates') },
  }
}

const isOurs = (header: string) =>
  (['no', 'code', 'standing', ...toFill] as const).some((word) => isWord(header, word)) ||
  // A ledger in the other language has its own headers, which are nobody's column.
  Object.values(nameColumns).some((word) => isWord(header, word))

function standingOf(row: LedgerRow, from: PreviousRow | undefined, on: string): Standing | undefined {
  const before = from !== undefined && wasMatter(from)
  if (!row.matter) return before ? 'done' : undefined
  if (!before) return 'new'
  const deadline = under(from, 'deadline').trim()
  if (deadline === '') return 'open'
  const day = deadlineDay(deadline)
  if (day === undefined) return 'unclearDeadline'
  return day < on ? 'overdue' : 'open'
}

/** What vanished is done only where the village's tables have nothing of its name any more. */
function whyLeft(row: PreviousRow, today: readonly LedgerRow[]): Why {
  const name = row.part ? under(row, nameColumns[row.part]).trim() : ''
  if (name === '') return 'whyUnread'
  const hint = hintOf(under(row, 'finding')) !== undefined
  if (today.some((one) => one.part === row.part && one.hint === hint && sameName(one.name, name))) return 'whyAsk'
  return wasMatter(row) ? 'whyDone' : 'whyGone'
}
