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

/** The printed names of a list without their light words. */
type Cores = Pick<NamedList, 'byCore' | 'similar' | 'texts'>

function indexCores(entries: readonly Entry[], vocabulary: RecordedNames['vocabulary']): Cores {
  const byCore = new Map<string, Entry[]>()
  const texts: Entry[] = []
  const cores: string[] = []
  for (const entry of entries) {
    const rest = core(key(entry.matched), vocabulary)
    if (rest === '') continue
    put(byCore, rest, entry)
    texts.push(entry)
    cores.push(rest)
  }
  return { byCore, similar: gramIndex(cores), texts }
}

function indexLengths(entries: readonly Entry[]): NamedList['byLength'] {
  return Map.groupBy(
    entries.map((entry) => [key(entry.matched), entry] as const),
    ([text]) => text.length,
  )
}

/** One entry per item, however often a spelling of it comes. */
function put(map: Map<string, Entry[]>, at: string, entry: Entry): void {
  const known = map.get(at)
  if (!known) map.set(at, [entry])
  else if (!known.some(({ item }) => item === entry.item)) known.push(entry)
}

/**
 * Indexes the printed names and sub-names of one list with the words of its kind. Exact names are indexed at once; the rest takes
 * ten times as long and most of the memory, and waits for the first name that is not written as it is printed.
 */
export function indexList(
  list: { readonly id: string; readonly items: Iterable<Pick<Item, 'no' | 'name' | 'subNames'>> },
  { vocabulary, language }: RecordedNames,
): NamedList {
  const byKey = new Map<string, Entry[]>()
  const entries: Entry[] = []
  const add = (entry: Entry) => {
    entries.push(entry)
    for (const spelling of spellings(entry.matched, language)) put(byKey, spelling, entry)
  }
  for (const { no, name, subNames } of list.items) {
    const item = { list: list.id, no, name }
    add({ item, method: 'exact', matched: name })
    for (const subName of subNames ?? []) add({ item, method: 'sub_name', matched: subName })
  }
  return new IndexedList(list.id, byKey, entries, vocabulary)
}

class IndexedList implements NamedList {
  readonly id: string
  readonly byKey: NamedList['byKey']
  readonly #entries: readonly Entry[]
  readonly #vocabulary: RecordedNames['vocabulary']
  #cores: Cores | undefined
  #byLength: NamedList['byLength'] | undefined

  constructor(
    id: string,
    byKey: NamedList['byKey'],
    entries: readonly Entry[],
    vocabulary: RecordedNames['vocabulary'],
  ) {
    this.id = id
    this.byKey = byKey
    this.#entries = entries
    this.#vocabulary = vocabulary
  }

  get byCore() {
    return this.#indexed.byCore
  }

  get similar() {
    return this.#indexed.similar
  }

  get texts() {
    return this.#indexed.texts
  }

  get byLength() {
    this.#byLength ??= indexLengths(this.#entries)
    return this.#byLength
  }

  get #indexed(): Cores {
    this.#cores ??= indexCores(this.#entries, this.#vocabulary)
    return this.#cores
  }
}
