import { shownAt } from '../../documents/table-file.ts'
import { type Outcome, outcomes } from '../../rulings/answer.ts'
import type { Question } from '../../rulings/question.ts'
import type { Columns } from '../columns-by-role.ts'
import { type AuditedRow, type Judged, type Standing, standingOf } from './audit-row.ts'

/** Counts of one department or service. */
export interface Count {
  materials: number
  objections: number
  toAsk: number
  waiting: number
}

/**
 * A paper with what an office has to do about it, once, however many rows raise it. Its answer is worked out again where it is written:
 * a hundred thousand of them would take half a gigabyte.
 */
export interface Raised {
  readonly judged: Omit<Judged, 'answer'>
  /** What was asked; absent where there was nothing that could be asked about. */
  readonly question?: Question
  readonly outcome?: Outcome
  /** Who asks for it and for what; empty for what is the same whoever asks. */
  readonly department: string
  readonly service: string
  rows: number
  /** Numbers of the first rows that raise it. */
  readonly first: number[]
}

const firstRows = 10

/** Different papers that are kept of each standing; beyond that they are counted only. */
const mostKept = 200_000

/** What an audit adds up to. */
export class Tally {
  rows = 0
  materials = 0
  objections = 0
  toAsk = 0
  /** Papers that wait for a list nobody has supplied, and for nothing else. */
  waiting = 0
  /** Papers to be dropped whose row names no issuer. */
  unnamedIssuer = 0
  /** Papers that are none of a certificate by what the table says of their type. */
  otherKind = 0
  unasked = 0
  readonly outcomes = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>
  readonly departments = new Map<string, Count>()
  readonly services = new Map<string, Count>()
  /** By what an office does about them: what must go is told for each department and service, the others once. */
  readonly raised: Readonly<Record<Exclude<Standing, 'clear'>, Map<string, Raised>>> = {
    drop: new Map(),
    ask: new Map(),
    waits: new Map(),
  }
  #department = ''
  #service = ''

  /** Adds a row. An empty service or department is the one above: such cells are merged in the tables of service guides. */
  add({ row, judged }: AuditedRow, columns: Columns): void {
    this.rows += 1
    this.#department = given(shownAt(row, columns.department)) || this.#department
    this.#service = given(shownAt(row, columns.service)) || this.#service
    for (const one of judged) {
      const counts = [
        ...(columns.department === undefined ? [] : [countOf(this.departments, this.#department)]),
        ...(columns.service === undefined ? [] : [countOf(this.services, this.#service)]),
      ]
      this.#addOne(one, row.no, counts)
    }
  }

  #addOne(one: Judged, row: number, counts: readonly Count[]): void {
    const { answer } = one
    this.materials += 1
    if (answer) this.outcomes[answer.outcome] += 1
    else this.unasked += 1
    if (one.otherKind !== undefined) this.otherKind += 1
    const standing = standingOf(one)
    if (standing === 'drop' && one.issuer === undefined) this.unnamedIssuer += 1
    for (const count of counts) count.materials += 1
    if (standing === 'clear') return
    const counted = { drop: 'objections', ask: 'toAsk', waits: 'waiting' } as const
    for (const count of [this, ...counts]) count[counted[standing]] += 1
    this.#raise(one, row, standing)
  }

  #raise(one: Judged, row: number, standing: Exclude<Standing, 'clear'>): void {
    const where = standing === 'drop' ? [this.#department, this.#service] : ['', '']
    const [department = '', service = ''] = where
    const kept = this.raised[standing]
    const key = [department, service, one.material, one.issuer ?? ''].join('\n')
    const known = kept.get(key)
    if (!known && kept.size < mostKept) kept.set(key, { ...raised(one, row), department, service })
    if (!known) return
    known.rows += 1
    if (known.first.length < firstRows && known.first.at(-1) !== row) known.first.push(row)
  }
}

function raised({ answer, ...judged }: Judged, row: number) {
  const asked = answer ? { question: answer.query, outcome: answer.outcome } : {}
  return { judged, ...asked, rows: 1, first: [row] }
}

const given = (cell: string) => cell.replace(/\s+/gu, ' ').trim()

function countOf(counts: Map<string, Count>, name: string): Count {
  const count = counts.get(name) ?? { materials: 0, objections: 0, toAsk: 0, waiting: 0 }
  counts.set(name, count)
  return count
}

/** Names with their counts, most objections first. */
export function worst(counts: ReadonlyMap<string, Count>): [string, Count][] {
  return [...counts].sort(
    ([a, x], [b, y]) =>
      y.objections - x.objections ||
      y.toAsk - x.toAsk ||
      y.materials - x.materials ||
      Number(a === '') - Number(b === '') ||
      (a < b ? -1 : 1),
  )
}
