import type { NamedList } from '../index/index-list.ts'
import type { ItemRef } from '../index/reading.ts'
import type { Question } from './scope.ts'

/** The items of a list that carry the first of these printed names (as compared) that it holds. */
export function itemsNamed(names: readonly string[], list: NamedList, inForce: Question['inForce']): ItemRef[] {
  for (const name of names) {
    const items = list
      .spelled(name)
      .filter((entry) => entry.method === 'exact' && inForce(entry.item))
      .map((entry) => entry.item)
    if (items.length > 0) return items
  }
  return []
}
