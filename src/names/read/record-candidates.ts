import type { RecordedName } from '../../lists/recorded-name.ts'
import type { Recorded } from '../index/index-records.ts'
import type { Candidate, NameRecord } from '../index/reading.ts'
import { THRESHOLDS } from '../normalise/thresholds.ts'
import { itemsNamed } from './items-named.ts'
import type { Question } from './scope.ts'

/** The items a recorded name may mean, in the order of the record. */
export function candidatesOfRecord(
  items: Recorded['items'],
  { lists, inForce }: Pick<Question, 'lists' | 'inForce'>,
): Candidate[] {
  return items.flatMap((name, index) =>
    lists.flatMap((list) =>
      itemsNamed([name], list, inForce).map((item) => ({
        ...item,
        score: Math.max(0, THRESHOLDS.recorded - index * THRESHOLDS.recordedStep),
      })),
    ),
  )
}

/** What an answer may quote of a record. */
export function nameRecord({ reason, instead }: RecordedName): NameRecord {
  return { ...(reason ? { reason } : {}), ...(instead ? { instead } : {}) }
}
