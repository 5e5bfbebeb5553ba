import type { Said } from './said.ts'

/** Thrown where a file cannot be read at all; `said` is the one sentence for the person who tried. */
export class Refusal extends Error {
  readonly said: Said

  constructor(said: Said) {
    super(said.en)
    this.said = said
  }
}
