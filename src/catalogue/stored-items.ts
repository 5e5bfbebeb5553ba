import { indexList, type NamedList } from '../names/index-list.ts'
import type { RecordedNames } from '../names/index-records.ts'
import type { Item } from './files/list.ts'
import { ItemNumbers } from './item-numbers.ts'
import type { KeptItems } from './kept-items.ts'

interface Content {
  readonly items: readonly Item[]
  readonly itemsByNo: ItemNumbers
  readonly names: NamedList
}

/** Where the items of a list come from, and with what words their names are read. */
export interface ItemsSource {
  readonly id: string
  readonly size: number
  readonly items: (list: string) => readonly Item[]
  readonly records: RecordedNames
}

/** The items of a list: read from the SQLite file when somebody asks for them, and again after they were forgotten. */
export class StoredItems {
  readonly size: number
  readonly #source: ItemsSource
  readonly #kept: KeptItems
  #content: Content | undefined
  #used = 0

  constructor(source: ItemsSource, kept: KeptItems) {
    this.size = source.size
    this.#source = source
    this.#kept = kept
  }

  get items(): readonly Item[] {
    return this.#read().items
  }

  get itemsByNo(): ItemNumbers {
    return this.#read().itemsByNo
  }

  get names(): NamedList {
    return this.#read().names
  }

  /** The reading, of any list, after which this one was last asked for. */
  get used(): number {
    return this.#used
  }

  forget(): void {
    this.#content = undefined
  }

  #read(): Content {
    if (!this.#content) {
      const { id, records } = this.#source
      const items = this.#source.items(id)
      const itemsByNo = new ItemNumbers(items)
      this.#content = { items, itemsByNo, names: indexList({ id, items }, records) }
      this.#kept.hold(this)
    }
    this.#used = this.#kept.readings
    return this.#content
  }
}
