import { Refusal } from '../message.ts'
import { tooManyMerged } from '../messages/limit-messages.ts'
import { mostColumns, mostMerged } from '../package/file-limits.ts'
import type { Where } from '../package/held-limits.ts'
import { spot } from './reference.ts'

/** A cell merged with rows below it: its column, from 0, and the last row it reaches into. */
interface TallCell {
  readonly column: number
  readonly last: number
}

/** Cells merged with rows below, by the row they stand in. */
export type TallCells = ReadonlyMap<number, readonly TallCell[]>

const merged = /<(?:\w+:)?mergeCell\s[^<>]*?\bref="([A-Z]+\d+):([A-Z]+\d+)"/g
/** No element is longer; one that is cut between two pieces of the text is read from the second. */
const longestElement = 200

/** Goes through a worksheet for its merged cells: they are written behind the rows they belong to. @throws Refusal of a bomb. */
export async function tallCells(pieces: AsyncIterable<string>, where: Where): Promise<TallCells> {
  const found = new Map<number, TallCell[]>()
  let count = 0
  let rest = ''
  for await (const piece of pieces) {
    const text = rest + piece
    let read = 0
    for (const one of text.matchAll(merged)) {
      read = one.index + one[0].length
      count += 1
      if (count > mostMerged) throw new Refusal(tooManyMerged(where(), mostMerged))
      const [from, to] = [spot(one[1] as string), spot(one[2] as string)]
      // No cell is read that stands further to the right.
      if (!from || !to || to.row <= from.row || from.column > mostColumns) continue
      const cells = found.get(from.row) ?? []
      cells.push({ column: from.column - 1, last: to.row })
      found.set(from.row, cells)
    }
    rest = text.slice(Math.max(read, text.length - longestElement))
  }
  return found
}

/** Follows the rows of a sheet and knows what merged cells further up show in each. */
export class CellsAbove {
  readonly #tall: TallCells
  readonly #reaching = new Map<number, { readonly last: number; readonly text: string }>()

  constructor(tall: TallCells) {
    this.#tall = tall
  }

  /** How many cells of earlier rows may show in the next one. */
  get count(): number {
    return this.#reaching.size
  }

  /** What cells of earlier rows show in this row, by column from 0; undefined where none does. Rows must come in their order. */
  over(row: number, cells: readonly (string | undefined)[]): ReadonlyMap<number, string> | undefined {
    const above = new Map<number, string>()
    for (const [column, { last, text }] of this.#reaching) {
      if (last < row) this.#reaching.delete(column)
      else above.set(column, text)
    }
    for (const { column, last } of this.#tall.get(row) ?? []) {
      this.#reaching.set(column, { last, text: cells[column] ?? '' })
    }
    return above.size > 0 ? above : undefined
  }
}
