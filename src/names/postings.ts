/** Numbers of a short list fit into half of the room. */
type Numbers = Uint16Array | Uint32Array

/**
 * Which places hold a key (a gram, or the digest of a spelling), in flat arrays. At 100,000 texts a tenth of the memory that Maps of
 * arrays would take. All lie in one piece of memory, since each piece takes some 0.2 kB of the heap, and a country has thousands of lists.
 */
export class Postings {
  /** Ascending; the rank of a key is its place here. */
  readonly #keys: Uint32Array
  /**
   * Three arrays, one after another. An open hash of the keys, half empty, since a search asks for thirty grams in every list: one more
   * than the rank that is there, 0 where there is none. Where the postings of each rank start; those of the next rank end them. The
   * postings: places, those of a key in their order.
   */
  readonly #numbers: Numbers
  /** Where the second and the third of them start. */
  readonly #starts: number
  readonly #places: number

  /** Collects the keys of each place: whole numbers of 32 bits. A place is found as often as it has the key. */
  constructor(keysOf: readonly Iterable<number>[]) {
    const counts = new Map<number, number>()
    let postings = 0
    for (const keys of keysOf) {
      for (const key of keys) {
        counts.set(key, (counts.get(key) ?? 0) + 1)
        postings += 1
      }
    }
    this.#starts = 2 ** Math.ceil(Math.log2(2 * counts.size + 2))
    this.#places = this.#starts + counts.size + 1
    const length = this.#places + postings
    const Narrow = Math.max(postings, keysOf.length) < 2 ** 16 ? Uint16Array : Uint32Array
    const memory = new ArrayBuffer(4 * counts.size + Narrow.BYTES_PER_ELEMENT * length)
    this.#keys = new Uint32Array(memory, 0, counts.size)
    this.#numbers = new Narrow(memory, 4 * counts.size, length)
    this.#keys.set([...counts.keys()])
    this.#keys.sort()
    let start = 0
    for (const [rank, key] of this.#keys.entries()) {
      this.#numbers[this.#slotOf(key)] = rank + 1
      this.#numbers[this.#starts + rank] = start
      start += counts.get(key) as number
    }
    this.#numbers[this.#starts + counts.size] = start
    const next = this.#numbers.slice(this.#starts, this.#starts + counts.size)
    for (const [place, keys] of keysOf.entries()) {
      for (const key of keys) {
        const rank = this.rank(key)
        this.#numbers[this.#places + (next[rank] as number)] = place
        next[rank] = (next[rank] as number) + 1
      }
    }
  }

  /** The rank of a key, or -1. */
  rank(key: number): number {
    return (this.#numbers[this.#slotOf(key)] as number) - 1
  }

  /** Which posting is the first of the key at a rank. Those of the next rank end its postings. */
  start(rank: number): number {
    return this.#numbers[this.#starts + rank] as number
  }

  place(posting: number): number {
    return this.#numbers[this.#places + posting] as number
  }

  #slotOf(key: number): number {
    const [keys, numbers, last] = [this.#keys, this.#numbers, this.#starts - 1]
    let slot = Math.imul(key, 0x9e3779b1) >>> Math.clz32(last)
    while (numbers[slot] !== 0 && keys[(numbers[slot] as number) - 1] !== key) slot = (slot + 1) & last
    return slot
  }
}
