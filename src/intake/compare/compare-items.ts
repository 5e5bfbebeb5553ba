import type { Item } from '../../lists/list.ts'

/** How an item of the document stands to the list as it is. */
export type Status = 'added' | 'changed' | 'removed' | 'unchanged'

/** One row of the comparison. `fields` are the keys that differ. */
export interface Compared {
  readonly status: Status
  readonly item: Item
  readonly before?: Item
  readonly fields: readonly string[]
}

/** Gives each new item the one of the same name that it replaces; of several, the one of the same category. */
export function pair(
  items: readonly Item[],
  before: readonly Item[],
  key: (name: string) => string,
): { pairs: Map<Item, Item>; removed: Item[] } {
  const byName = Map.groupBy(before, (item) => key(item.name))
  const pairs = new Map<Item, Item>()
  for (const item of items) {
    const same = byName.get(key(item.name)) ?? []
    const at = Math.max(
      0,
      same.findIndex((one) => one.category === item.category),
    )
    const [old] = same.splice(at, 1)
    if (old) pairs.set(item, old)
  }
  const paired = new Set(pairs.values())
  return { pairs, removed: before.filter((item) => !paired.has(item)) }
}

const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

/** Keys in a fixed order, so that the order in which a file was written does not count as a change. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}

/** Compares two versions of an item, or of a whole list. */
export function differing(a: object, b: object): string[] {
  const [left, right] = [Object.entries(a), Object.entries(b)]
  const keys = [...new Set([...left, ...right].map(([key]) => key))]
  return keys.filter((key) => !same(left.find(([one]) => one === key)?.[1], right.find(([one]) => one === key)?.[1]))
}

/** The comparison, row by row: the document's items in order, then those it no longer has. */
export function compare(
  items: readonly Item[],
  pairs: ReadonlyMap<Item, Item>,
  merged: ReadonlyMap<Item, Item>,
  removed: readonly Item[],
): Compared[] {
  const rows = items.map((printed): Compared => {
    const item = merged.get(printed) as Item
    const before = pairs.get(printed)
    if (!before) return { status: 'added', item, fields: [] }
    const fields = differing(before, item)
    return { status: fields.length > 0 ? 'changed' : 'unchanged', item, before, fields }
  })
  return [...rows, ...removed.map((item): Compared => ({ status: 'removed', item, fields: [] }))]
}
