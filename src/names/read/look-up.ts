import type { Entry, NamedList } from '../index/index-list.ts'
import type { Recorded } from '../index/index-records.ts'
import type { Reading } from '../index/reading.ts'
import { itemsNamed } from './items-named.ts'
import { candidatesOfRecord, nameRecord } from './record-candidates.ts'
import type { Question } from './scope.ts'

const isMain = (entry: Entry) => entry.method === 'exact'

/** Per list the entries with a main name, else those with a sub-name. */
const printedIn = (entries: readonly Entry[]) => {
  const main = entries.filter(isMain)
  return main.length > 0 ? main : entries
}

/**
 * What is said of one spelling: `entries` per list, and the record of it, if any.
 * A printed name wins over a record. A recorded `ask` wins over a printed sub-name (表现证明 stands in brackets after item 6, and
 * yet says too little); a recorded `none` does not. A list that has no such name of its own is read by the record (`same`).
 * Undefined when nothing is said, also when the record leads to no item that applies.
 */
export function saidOf(
  entriesOf: (list: NamedList) => readonly Entry[],
  recorded: Recorded | undefined,
  { lists, inForce }: Question,
): Reading | undefined {
  const found = lists.map(entriesOf)
  // Most spellings tried for a name stand nowhere.
  if (!recorded && found.every(({ length }) => length === 0)) return undefined
  const printed = found.map((entries) => printedIn(entries.filter(({ item }) => inForce(item))))
  const entries = printed.flat()
  const main = entries.find(isMain)
  const record = recorded?.record
  if (recorded && record?.reading === 'ask' && !main) {
    const candidates = candidatesOfRecord(recorded.items, { lists, inForce })
    return candidates.length > 0 ? { verdict: 'ask', candidates, record: nameRecord(record) } : undefined
  }
  const same = record?.reading === 'same' ? recorded : undefined
  const items = lists.flatMap((list, index) => {
    const own = (printed[index] as Entry[]).map((entry) => entry.item)
    return own.length > 0 || !same ? own : itemsNamed(same.items, list, inForce)
  })
  if (items.length > 0) {
    const [first] = main ? [main] : entries
    return first
      ? { verdict: 'decided', items, method: first.method, matched: first.matched }
      : { verdict: 'decided', items, method: 'synonym', matched: (recorded as Recorded).matched }
  }
  if (record?.reading === 'elsewhere') return { verdict: 'none', record: nameRecord(record), elsewhere: true }
  return record?.reading === 'none' ? { verdict: 'none', record: nameRecord(record) } : undefined
}
