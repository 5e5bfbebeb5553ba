/** Numbers of a list with less than 2^16 postings (some 3,000 names by their grams) fit into half of the room. */
type Numbers = Uint16Array | Uint32Array

/**
 * Which places hold a key (a gram, or the digest of a spelling), in flat arrays. At 100,000 texts a tenth of the memory that Maps of
 * arrays would take. All lie in one piece of memory, since each piece takes some 0.2 kB of the heap, and a country has thousands of lists.
 */
export class Postings {
  /** Ascending: where a key stands is its rank. */
  readonly #keys: Uint32Array
  /**
   * Three arrays, one after another. An open hash of the keys with a power of two of slots, half of them empty, since a search asks for
   * thirty grams in every list: one more than the rank that is there, 0 where there is none. Then of each rank its first posting, and
   * behind the last rank the number of all postings. Then the postings: places, those of a key in their order.
   */
  readonly #numbers: Numbers
  /** How many slots there are: here the first postings begin. */
  readonly #slots: number
  /** Here the postings begin. */
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
    this.#slots = 2 ** Math.ceil(Math.log2(2 * counts.size + 2))
    this.#places = this.#slots + counts.size + 1
    const length = this.#places + postings
    const Width = Math.max(postings, keysOf.length) < 2 ** 16 ? Uint16Array : Uint32Array
    // The keys first: they must not start between two numbers of 32 bits.
    const memory = new ArrayBuffer(4 * counts.size + Width.BYTES_PER_ELEMENT * length)
    this.#keys = new Uint32Array(memory, 0, counts.size)
    this.#numbers = new Width(memory, 4 * counts.size, length)
    this.#keys.set([...counts.keys()])
    this.#keys.sort()
    let start = 0
    for (const [rank, key] of this.#keys.entries()) {
      this.#numbers[this.#slotOf(key)] = rank + 1
      this.#numbers[this.#slots + rank] = start
      start += counts.get(key) as number
    }
    this.#numbers[this.#slots + counts.size] = start
    const next = this.#numbers.slice(this.#slots, this.#slots + counts.size)
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

  /** The first posting of the key at a rank; its others follow. */
  start(rank: number): number {
    return this.#numbers[this.#slots + rank] as number
  }

  /** How many postings the key at a rank has. */
  size(rank: number): number {
    return this.start(rank + 1) - this.start(rank)
  }

  /** The place that a posting names. */
  place(posting: number): number {
    return this.#numbers[this.#places + posting] as number
  }

  #slotOf(key: number): number {
    const keys = this.#keys
    const numbers = this.#numbers
    const last = this.#slots - 1
    let slot = Math.imul(key, 0x9e3779b1) >>> Math.clz32(last)
    while (numbers[slot] !== 0 && keys[(numbers[slot] as number) - 1] !== key) slot = (slot + 1) & last
    return slot
  }
}
