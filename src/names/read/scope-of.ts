import type { RecordedNamesFile } from '../../lists/recorded-name.ts'
import { indexList, type Listed } from '../index/index-list.ts'
import { indexRecords } from '../index/index-records.ts'
import type { Scope } from './scope.ts'

/** Indexes lists and the recorded names of their kind, without a database between. */
export function scopeOf(
  file: Pick<RecordedNamesFile, 'wording' | 'slots' | 'recorded'>,
  lists: readonly Listed[],
): Scope {
  const records = indexRecords(file)
  return { records, lists: lists.map((list) => indexList(list, records)) }
}
