import type { List } from '../catalogue/snapshot.ts'
import type { Completeness, Language, Sentence } from '../lists/terms.ts'
import { fullListName } from '../rulings/list-name.ts'

const states: Readonly<Record<Completeness, (items: number) => Sentence>> = {
  complete: (items) => ({ zh: `完整（${items} 项）`, en: `complete (${items} items)` }),
  partial: (items) => ({
    zh: `仅一部分（${items} 项），未列入的不能据此认定`,
    en: `in part (${items} items): absence proves nothing`,
  }),
  absent: () => ({ zh: '尚未提供，未列入的不能据此认定', en: 'not supplied: absence proves nothing' }),
}

/** How far a list is held, in a word. */
export const completeness: Readonly<Record<Completeness, Sentence>> = {
  complete: { zh: '完整', en: 'complete' },
  partial: { zh: '部分收录', en: 'in part' },
  absent: { zh: '尚未提供', en: 'not supplied' },
}

/** How far the lists that were consulted are held, so that nobody takes their silence for an answer. */
export function listState(lists: readonly List[], language: Language): [string, string][] {
  return lists.map((list) => [fullListName(list, language), states[list.completeness](list.size)[language]])
}
