import type { Item, ListFile } from '../../lists/list.ts'
import type { Grade } from '../../lists/terms.ts'
import type { PlacedItem } from '../items/build-items.ts'
import { pair } from './compare-items.ts'

/**
 * A batch that is added to a list: what the list has already keeps its number, what is new goes on from the last. Where the list is of
 * another grade than the batch, each new item says its own.
 */
export function numberedOn(
  placed: readonly PlacedItem[],
  list: ListFile,
  grade: Grade,
  key: (name: string) => string,
): PlacedItem[] {
  const { pairs } = pair(
    placed.map(({ item }) => item),
    list.items,
    key,
  )
  let last = Math.max(0, ...list.items.map(({ no }) => no))
  return placed.map(({ item, place }) => {
    const held = pairs.get(item)
    if (!held) last += 1
    const own = held || grade === list.grade ? {} : { grade }
    return { item: { ...item, no: held?.no ?? last, ...own }, place }
  })
}

/** The items of a list with those of a batch among them. */
export const together = (held: readonly Item[], added: readonly Item[]): Item[] =>
  [...held, ...added].sort((a, b) => a.no - b.no)
