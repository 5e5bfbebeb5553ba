import type { Place } from '../../documents/place-in-file.ts'
import type { Entry } from '../entry.ts'
import type { Findings } from '../findings.ts'
import { repeatedTable } from '../messages/list-messages.ts'

/** All that an entry prints but its number. */
const wordsOf = ({ values, group, batch }: Entry): string =>
  JSON.stringify([
    batch,
    group,
    [...values].filter(([field]) => field !== 'no').map(([field, all]) => [field, all.map(({ text }) => text)]),
  ])

/** Doubts a table that holds word for word what one before it does: pasted twice, or the next page's left out. */
export function checkRepeats(entries: readonly Entry[], findings: Findings): void {
  const met = new Map<string, Place>()
  for (const [table, own] of Map.groupBy(entries, ({ place }) => place.table)) {
    if (table === undefined) continue
    const words = own.map(wordsOf).join('\n')
    const { sheet } = (own[0] as Entry).place
    const place: Place = { table, ...(sheet === undefined ? {} : { sheet }) }
    const before = met.get(words)
    if (before) findings.doubtUnlessKept(place, repeatedTable(place, before))
    else met.set(words, place)
  }
}
