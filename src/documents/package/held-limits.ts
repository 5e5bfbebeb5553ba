import type { Sentence } from '../../lists/terms.ts'
import { Refusal } from '../message.ts'
import { longCell, tooManyCells, tooManyColumns, tooManyRows, tooMuchText } from '../messages/limit-messages.ts'
import { type Limits, mostColumns, mostInCell } from './file-limits.ts'

/** Where something stands; asked only when it is refused, because it is counted for every cell. */
export type Where = () => Sentence

/** Counts what has been read of a file, and refuses what goes beyond the limits at the moment it does. */
export class Tally {
  readonly #limits: Limits
  #cells = 0
  #characters = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** A row, by its number. */
  row(no: number, where: Where): void {
    // Turned this way a number that is none is refused too.
    if (!(no <= this.#limits.rows)) throw new Refusal(tooManyRows(where(), this.#limits.rows))
  }

  /** A column, by its number. */
  column(no: number, where: Where): void {
    if (!(no <= mostColumns)) throw new Refusal(tooManyColumns(where(), mostColumns))
  }

  /** Places of a grid, paragraphs, or whatever else is held or looked at one by one. */
  cells(count: number, where: Where): void {
    this.#cells += count
    if (this.#cells > this.#limits.cells) throw new Refusal(tooManyCells(where(), this.#limits.cells))
  }

  /** Characters that are held, or shown once more. */
  characters(count: number, where: Where): void {
    this.#characters += count
    if (this.#characters > this.#limits.characters) throw new Refusal(tooMuchText(where(), this.#limits.characters))
  }

  /** The text of one cell or paragraph. */
  text(length: number, where: Where): void {
    inCell(length, where)
    this.characters(length, where)
  }
}

/** Refuses what no cell holds, also while it is still being read. */
export function inCell(length: number, where: Where): void {
  if (length > mostInCell) throw new Refusal(longCell(where(), mostInCell))
}
