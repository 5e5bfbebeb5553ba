import type { Sentence } from '../lists/terms.ts'

/** A message for people in both languages, with a code by which programs and tests know it. */
export interface Said extends Sentence {
  readonly code: string
}

/** Makes a message. */
export const say = (code: string, zh: string, en: string): Said => ({ code, zh, en })
