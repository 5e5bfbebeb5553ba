import type { Sentence } from '../lists/terms.ts'

/** Thrown where a file cannot be read at all; `said` is the one sentence for the person who tried. */
export class Refusal extends Error {
  readonly said: Said

  constructor(said: Said) {
    super(said.en)
    this.said = said
  }
}

/** The refusal with the name of the file it is about ahead of its sentence. Any other error stays what it is. */
export function aboutFile(name: string, error: unknown): unknown {
  if (!(error instanceof Refusal)) return error
  const { zh, en } = error.said
  return new Refusal({ ...error.said, zh: `${name}：${zh}`, en: `${name}: ${en}` })
}

/** A message for people in both languages, with a code by which programs and tests know it. */
export interface Said extends Sentence {
  readonly code: string
}

/** Makes a message. */
export const say = (code: string, zh: string, en: string): Said => ({ code, zh, en })
