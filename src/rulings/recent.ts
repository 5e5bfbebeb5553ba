/**
 * Remembers what came last: at least half of `most` of it, at most all, each value counting as much as `weigh` says. Two generations
 * rather than an order by use, so that what is asked for again and again costs one look. What alone weighs more than half is not kept.
 */
export class Recent<Value> {
  readonly #half: number
  readonly #weigh: (value: Value) => number
  #young = new Map<string, Value>()
  #old = new Map<string, Value>()
  #weight = 0

  constructor(most: number, weigh: (value: Value) => number = () => 1) {
    this.#half = most / 2
    this.#weigh = weigh
  }

  /** How many values are remembered. */
  get size(): number {
    return this.#young.size + this.#old.size
  }

  find(key: string): Value | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.keep(key, old)
    return old
  }

  keep(key: string, value: Value): void {
    const weight = this.#weigh(value)
    if (weight > this.#half) return
    const before = this.#young.get(key)
    if (before !== undefined) this.#weight -= this.#weigh(before)
    if (this.#weight + weight > this.#half) {
      this.#old = this.#young
      this.#young = new Map()
      this.#weight = 0
    }
    this.#old.delete(key)
    this.#young.set(key, value)
    this.#weight += weight
  }

  get(key: string, workOut: () => Value): Value {
    const known = this.find(key)
    if (known !== undefined) return known
    const value = workOut()
    this.keep(key, value)
    return value
  }
}
