/** What can be read again after it was forgotten. */
interface Forgettable {
  readonly size: number
  /** The reading, of whatever it was, after which it was last asked for. */
  readonly used: number
  forget(): void
}

/**
 * Bounds what is held of lists for the next question about them. Once they have more than `most` items together, those not asked
 * for the longest are forgotten until three quarters of that are left, so that forgetting is rare even where all lists are asked
 * in turn.
 */
export class KeptItems {
  readonly #most: number
  #lists: Forgettable[] = []
  #items = 0
  #readings = 0

  constructor(most: number) {
    this.#most = most
  }

  /** How many items are held. */
  get items(): number {
    return this.#items
  }

  /** How many lists were read so far. */
  get readings(): number {
    return this.#readings
  }

  /** Told of a list that was just read; it stays, however large it is, since it is being asked about. */
  hold(list: Forgettable): void {
    this.#readings += 1
    this.#items += list.size
    if (this.#items > this.#most) {
      this.#lists.sort((a, b) => a.used - b.used)
      const kept = this.#lists.findIndex((one) => {
        if (this.#items <= this.#most * 0.75) return true
        one.forget()
        this.#items -= one.size
        return false
      })
      this.#lists = kept === -1 ? [] : this.#lists.slice(kept)
    }
    this.#lists.push(list)
  }
}
