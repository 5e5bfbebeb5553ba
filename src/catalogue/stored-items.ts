import type { LRUCache } from 'lru-cache'
import { type Grounded, holdsAt, type Moment } from '../lists/bases.ts'
import type { Document } from '../lists/document.ts'
import type { Item } from '../lists/list.ts'
import { indexList, type NamedList } from '../names/index/index-list.ts'
import type { RecordedNames } from '../names/index/index-records.ts'
import type { ItemsReader, NamedItem } from './read-items.ts'

/** What is held of a list for the questions about it. */
export interface HeldNames {
  readonly list: NamedList
  /** The items that do not hold on every day for everybody, if there are any. */
  readonly limited: ReadonlyMap<number, Grounded> | undefined
}

/** Where the items of a list come from, and with what words their names are read. */
export interface ItemsSource {
  readonly id: string
  readonly size: number
  readonly reader: ItemsReader
  readonly records: RecordedNames
  readonly documents: ReadonlyMap<string, Document>
}

const isLimited = ({ from, to, body, source, bases }: NamedItem) =>
  from !== undefined || to !== undefined || body !== undefined || bases !== undefined || source?.version !== undefined

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

  holds(no: number, moment: Moment): boolean {
    return holdsAt(this.#source.documents, this.#heldNames.limited?.get(no) ?? {}, moment)
  }

  get #heldNames(): HeldNames {
    const { id, size, reader, records } = this.#source
    const known = this.#held.get(id)
    if (known) return known
    const items = reader.names(id)
    const some = items.filter(isLimited)
    const limited = some.length > 0 ? new Map(some.map((item) => [item.no, item])) : undefined
    const read = { list: indexList({ id, items }, records), limited }
    // However long a list is, it is held: it is being asked about.
    this.#held.set(id, read, { size: Math.min(size + 1, this.#held.maxSize) })
    return read
  }
}
