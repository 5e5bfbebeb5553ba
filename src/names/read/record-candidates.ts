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

/** What a record leads to: what lists print in words of the same record, then what lists print for each of its items. */
export function askedBy({ sense, items }: Recorded, { lists, inForce, records }: Question): Candidate[] {
  const senses = [sense, ...items.flatMap((item) => records.byKey.get(item)?.sense ?? [])]
  return ranked(
    senses.flatMap((one) =>
      lists.flatMap((list) =>
        list
          .withSense(one)
          .filter(({ item }) => inForce(item))
          .map(({ item, matched }) => ({ ...item, matched })),
      ),
    ),
  )
}

/** What an answer may quote of a record. */
export function nameRecord({ reason, instead }: RecordedName): NameRecord {
  return { ...(reason ? { reason } : {}), ...(instead ? { instead } : {}) }
}
