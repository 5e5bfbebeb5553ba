import type { RecordedName } from '../../lists/recorded-name.ts'
import type { Recorded } from '../index/index-records.ts'
import { type Candidate, type ItemRef, itemId, type NameRecord } from '../index/reading.ts'
import { THRESHOLDS } from '../normalise/thresholds.ts'
import type { Question } from './scope.ts'

/** What is found by records and printed names of the same meaning, best first, each item once. */
export function ranked(found: readonly (ItemRef & { readonly matched: string })[]): Candidate[] {
  const candidates = new Map<string, Candidate>()
  for (const item of found) {
    const score = THRESHOLDS.recorded - candidates.size * THRESHOLDS.recordedStep
    if (!candidates.has(itemId(item))) candidates.set(itemId(item), { ...item, score })
  }
  return [...candidates.values()].slice(0, THRESHOLDS.candidates)
}

/** What lists print in words of a sense. */
function printedAs(id: string, { lists, inForce }: Question) {
  return lists.flatMap((list) =>
    list
      .withSense({ id, sides: [], decides: false })
      .filter(({ item }) => inForce(item))
      .map(({ item, matched }) => ({ ...item, matched })),
  )
}

/** What a record leads to: what lists print for each of its items; then, less likely, what they print in other words of the record. */
export function askedBy({ sense, items }: Recorded, question: Question): Candidate[] {
  const senses = items.map((item) => (question.records.byKey.get(item) as Recorded).sense)
  const meant = ranked(senses.flatMap((one) => printedAs(one, question)))
  const beside = printedAs(sense, question).map((item) => ({ ...item, score: THRESHOLDS.beside }))
  return best([...meant, ...beside])
}

/** Of candidates from several sides each item once, best first; ties by list and number. */
export function best(candidates: readonly Candidate[]): Candidate[] {
  const found = new Map<string, Candidate>()
  for (const candidate of candidates) {
    if (candidate.score > (found.get(itemId(candidate))?.score ?? 0)) found.set(itemId(candidate), candidate)
  }
  return [...found.values()]
    .sort((a, b) => b.score - a.score || (a.list < b.list ? -1 : a.list > b.list ? 1 : a.no - b.no))
    .slice(0, THRESHOLDS.candidates)
}

/** What an answer may quote of a record. */
export function nameRecord({ reason, source, instead }: RecordedName): NameRecord {
  return { ...(reason ? { reason } : {}), ...(source ? { source } : {}), ...(instead ? { instead } : {}) }
}
