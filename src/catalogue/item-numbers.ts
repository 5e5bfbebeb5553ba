import type { Item } from './files/list.ts'

/** Finds items by their number. A list that is numbered through, as most are, needs no table for it. */
export class ItemNumbers {
  readonly #items: readonly Item[]
  #byNo: ReadonlyMap<number, Item> | undefined

  /** `items` come in the order of their numbers. */
  constructor(items: readonly Item[]) {
    this.#items = items
    if (items.at(-1) && items.at(-1)?.no !== items.length) this.#byNo = new Map(items.map((item) => [item.no, item]))
  }

  get(no: number): Item | undefined {
    return this.#byNo ? this.#byNo.get(no) : this.#items[no - 1]
  }
}
