/**
 * Many short texts in one piece of memory outside the heap. They take little more than half of what they take one by one, the garbage
 * collector need not move them, and they do not lie between what every request touches.
 */
export class PackedTexts {
  /** UTF-16 as strings hold it, so that each text comes out as it went in, also with half of a surrogate pair. */
  readonly #units: Buffer
  readonly #ends: Uint32Array

  constructor(texts: readonly string[]) {
    const all = texts.join('')
    // The ends first: they must not start between two numbers of 32 bits.
    const memory = new ArrayBuffer(4 * texts.length + 2 * all.length)
    this.#ends = new Uint32Array(memory, 0, texts.length)
    this.#units = Buffer.from(memory, 4 * texts.length)
    this.#units.write(all, 'utf16le')
    let end = 0
    for (const [at, text] of texts.entries()) {
      end += text.length
      this.#ends[at] = end
    }
  }

  get length(): number {
    return this.#ends.length
  }

  /** The text at a place, from 0. */
  at(place: number): string {
    return this.#units.toString('utf16le', 2 * (this.#ends[place - 1] ?? 0), 2 * (this.#ends[place] as number))
  }

  /** What becomes of each text, in their order. */
  map<Made>(make: (text: string) => Made): Made[] {
    return Array.from(this.#ends, (_, place) => make(this.at(place)))
  }

  /** The places of the texts that have so many UTF-16 units, in their order. */
  ofLength(units: number): number[] {
    const places: number[] = []
    let start = 0
    for (const [place, end] of this.#ends.entries()) {
      if (end - start === units) places.push(place)
      start = end
    }
    return places
  }
}
