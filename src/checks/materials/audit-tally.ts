import { shownAt } from '../../documents/table-file.ts'
import { type Outcome, outcomes } from '../../rulings/answer.ts'
import type { Question } from '../../rulings/question.ts'
import type { Columns } from '../columns-by-role.ts'
import { type AuditedRow, isObjection, type Judged, mustAsk } from './audit-row.ts'

/** Counts of one department or service. */
export interface Count {
  materials: number
  objections: number
  toAsk: number
}

/**
 * A question for a person, once, however many rows raise it. Its answer is worked out again where it is written: a hundred thousand
 * of them would take half a gigabyte.
 */
export interface OpenQuestion {
  readonly judged: Omit<Judged, 'answer'>
  /** What was asked; absent where there was nothing that could be asked about. */
  readonly question?: Question
  readonly outcome?: Outcome
  rows: number
  /** Numbers of the first rows that raise it. */
  readonly first: number[]
}

const firstRows = 10

/** Different open questions that are kept; beyond that they are counted only. */
const mostQuestions = 200_000

/** What an audit adds up to. */
export class Tally {
  rows = 0
  materials = 0
  objections = 0
  toAsk = 0
  /** Prohibited papers whose row names no issuer. */
  unnamedIssuer = 0
  unasked = 0
  readonly outcomes = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>
  readonly departments = new Map<string, Count>()
  readonly services = new Map<string, Count>()
  readonly questions = new Map<string, OpenQuestion>()
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
    const objection = isObjection(one)
    const ask = mustAsk(one)
    if (objection) this.objections += 1
    if (answer?.outcome === 'prohibited' && one.issuer === undefined) this.unnamedIssuer += 1
    for (const count of counts) {
      count.materials += 1
      if (objection) count.objections += 1
      if (ask) count.toAsk += 1
    }
    if (!ask) return
    this.toAsk += 1
    const key = `${one.material}\n${one.issuer ?? ''}`
    const known = this.questions.get(key)
    if (!known && this.questions.size < mostQuestions) this.questions.set(key, openQuestion(one, row))
    if (!known) return
    known.rows += 1
    if (known.first.length < firstRows && known.first.at(-1) !== row) known.first.push(row)
  }
}

function openQuestion({ answer, ...judged }: Judged, row: number): OpenQuestion {
  const asked = answer ? { question: answer.query, outcome: answer.outcome } : {}
  return { judged, ...asked, rows: 1, first: [row] }
}

const given = (cell: string) => cell.replace(/\s+/gu, ' ').trim()

function countOf(counts: Map<string, Count>, name: string): Count {
  const count = counts.get(name) ?? { materials: 0, objections: 0, toAsk: 0 }
  counts.set(name, count)
  return count
}

/** Names with their counts, most objections first. */
export function worst(counts: ReadonlyMap<string, Count>): [string, Count][] {
  return [...counts].sort(
    ([a, x], [b, y]) =>
      y.objections - x.objections || y.toAsk - x.toAsk || y.materials - x.materials || (a < b ? -1 : 1),
  )
}
