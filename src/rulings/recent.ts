/**
 * Remembers what was worked out last: at least half of `most` of it, at most all. Two generations rather than an order by use,
 * so that what is asked for again and again costs one look.
 */
export class Recent<Value> {
  readonly #half: number
  #young = new Map<string, Value>()
  #old = new Map<string, Value>()

  constructor(most: number) {
    this.#half = most / 2
  }

  /** How much is remembered. */
  get size(): number {
    return this.#young.size + this.#old.size
  }

  get(key: string, workOut: () => Value): Value {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const value = this.#old.get(key) ?? workOut()
    if (this.#young.size >= this.#half) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#old.delete(key)
    this.#young.set(key, value)
    return value
  }
}
