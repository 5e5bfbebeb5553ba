import type { LRUCache } from 'lru-cache'
import type { Item } from '../lists/list.ts'
import { indexList, type NamedList } from '../names/index/index-list.ts'
import type { RecordedNames } from '../names/index/index-records.ts'
import type { ItemsReader, NamedItem } from './read-items.ts'
import { holdsOn } from './snapshot.ts'

/** What is held of a list for the questions about it. */
export interface HeldNames {
  readonly list: NamedList
  /** The items that have days of their own, if any has. */
  readonly dated: ReadonlyMap<number, Pick<NamedItem, 'from' | 'to'>> | undefined
}

/** Where the items of a list come from, and with what words their names are read. */
export interface ItemsSource {
  readonly id: string
  readonly size: number
  readonly reader: ItemsReader
  readonly records: RecordedNames
}

/** The items of a list: read when somebody asks for them. Names that were read are held among those of other lists, within a bound. */
export class StoredItems {
  readonly size: number
  readonly #source: ItemsSource
  readonly #held: LRUCache<string, HeldNames>

  constructor(source: ItemsSource, held: LRUCache<string, HeldNames>) {
    this.size = source.size
    this.#source = source
    this.#held = held
  }

  get items(): readonly Item[] {
    return this.#source.reader.all(this.#source.id)
  }

  item(no: number): Item | undefined {
    return this.#source.reader.one(this.#source.id, no)
  }

  get names(): NamedList {
    return this.#heldNames.list
  }

  holds(no: number, day: string): boolean {
    return holdsOn(this.#heldNames.dated?.get(no) ?? {}, day)
  }

  get #heldNames(): HeldNames {
    const { id, size, reader, records } = this.#source
    const known = this.#held.get(id)
    if (known) return known
    const items = reader.names(id)
    const withDays = items.filter(({ from, to }) => from ?? to)
    const dated = withDays.length > 0 ? new Map(withDays.map((item) => [item.no, item])) : undefined
    const read = { list: indexList({ id, items }, records), dated }
    // However long a list is, it is held: it is being asked about.
    this.#held.set(id, read, { size: Math.min(size + 1, this.#held.maxSize) })
    return read
  }
}
