import type { Item } from '../catalogue/files/list.ts'
import { bracketAlternatives } from './brackets.ts'
import { type GramIndex, gramIndex } from './gram-index.ts'
import type { RecordedNames } from './index-records.ts'
import { withoutPlace } from './place.ts'
import { key, plain } from './plain.ts'
import type { ItemRef } from './reading.ts'
import { core } from './segment.ts'

/** A printed name that leads to an item: its name, or one of the names printed in brackets after it. */
export interface Entry {
  readonly item: ItemRef
  readonly method: 'exact' | 'sub_name'
  readonly matched: string
}

/**
 * The names of one list, ready to be looked up. Lists are indexed apart, so that one list never changes how another is read.
 */
export interface NamedList {
  readonly id: string
  readonly byKey: ReadonlyMap<string, readonly Entry[]>
  readonly byCore: ReadonlyMap<string, readonly Entry[]>
  readonly similar: GramIndex
  readonly texts: readonly Entry[]
  /** The printed names by their length. */
  readonly byLength: ReadonlyMap<number, readonly (readonly [string, Entry])[]>
}

/** Every spelling a printed name has by itself: 居(租)住证明 is 居住证明 and 租住证明, ××村村民委员会 is any village's. */
function spellings(name: string, { wording }: RecordedNames['language']): string[] {
  const text = key(name)
  const board = wording.places && withoutPlace(text, wording.places)
  const alternatives = bracketAlternatives(plain(name)) ?? []
  return [...new Set([text, ...alternatives.map(key), ...(board ? [board] : [])])]
}

/** Indexes the printed names and sub-names of one list with the words of its kind. */
export function indexList(
  list: { readonly id: string; readonly items: Iterable<Pick<Item, 'no' | 'name' | 'subNames'>> },
  { vocabulary, language }: RecordedNames,
): NamedList {
  const byKey = new Map<string, Entry[]>()
  const byCore = new Map<string, Entry[]>()
  const texts: Entry[] = []
  const cores: string[] = []
  const byLength = new Map<number, [string, Entry][]>()
  const put = (map: Map<string, Entry[]>, at: string, entry: Entry) => {
    const known = map.get(at)
    if (!known) map.set(at, [entry])
    else if (!known.some(({ item }) => item === entry.item)) known.push(entry)
  }
  const add = (entry: Entry) => {
    for (const spelling of spellings(entry.matched, language)) put(byKey, spelling, entry)
    const text = key(entry.matched)
    const long = byLength.get(text.length)
    if (long) long.push([text, entry])
    else byLength.set(text.length, [[text, entry]])
    const rest = core(text, vocabulary)
    if (rest === '') return
    put(byCore, rest, entry)
    texts.push(entry)
    cores.push(rest)
  }
  for (const { no, name, subNames } of list.items) {
    const item = { list: list.id, no, name }
    add({ item, method: 'exact', matched: name })
    for (const subName of subNames ?? []) add({ item, method: 'sub_name', matched: subName })
  }
  return { id: list.id, byKey, byCore, similar: gramIndex(cores), texts, byLength }
}
