import type { Item } from '../catalogue/files/list.ts'
import type { RecordedName } from '../catalogue/files/recorded-name.ts'
import { plain } from './plain.ts'
import type { ItemRef, Method, Reading } from './reading.ts'

interface Entry {
  readonly item: ItemRef
  readonly method: Method
  readonly matched: string
}

/** The names of one list, ready to be looked up. Lists are indexed apart, so that one list never changes how another is read. */
export interface NamedList {
  readonly id: string
  readonly entries: ReadonlyMap<string, readonly Entry[]>
}

/** Indexes the names and printed sub-names of one list, and the recorded names (of the same kind) that lead to its items. */
export function indexList(
  list: { readonly id: string; readonly items: Iterable<Pick<Item, 'no' | 'name' | 'subNames'>> },
  _recorded: readonly RecordedName[],
): NamedList {
  const entries = new Map<string, Entry[]>()
  const add = (name: string, entry: Entry) => {
    const key = plain(name)
    const known = entries.get(key)
    if (known) known.push(entry)
    else entries.set(key, [entry])
  }
  for (const { no, name, subNames } of list.items) {
    const item = { list: list.id, no, name }
    add(name, { item, method: 'exact', matched: name })
    for (const subName of subNames ?? []) add(subName, { item, method: 'sub_name', matched: subName })
  }
  return { id: list.id, entries }
}

/**
 * Reads a written name against the lists that apply to the question. `inForce` tells whether an item holds on the day asked about.
 * Never throws, whatever the string.
 */
export function readName(name: string, lists: readonly NamedList[], inForce: (item: ItemRef) => boolean): Reading {
  const key = plain(name)
  const hits = lists.flatMap((list) => list.entries.get(key) ?? []).filter((entry) => inForce(entry.item))
  const [first] = hits
  if (!first) return { verdict: 'none' }
  return {
    verdict: 'decided',
    items: hits.map((hit) => hit.item),
    method: first.method,
    matched: first.matched,
  }
}
