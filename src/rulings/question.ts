import type { ReplacedRegion } from '../lists/region.ts'
import type { Body, Kind, Sentence } from '../lists/terms.ts'

/** Longest name that is read, in characters. */
export const longestName = 200

/**
 * Text that people wrote: at least one visible character; no control characters, no lone surrogates. A pattern that says all of it would
 * need look-ahead, which RE2 does not have, and would say something else in Python and Java, where \s are other characters: the
 * format says the rest (`isVisibleText`).
 */
export const written = {
  minLength: 1,
  maxLength: longestName,
  pattern: '^[^\\x00-\\x1f\\x7f-\\x9f]*$',
  format: 'visible-text',
}

/** The same for people. */
export const writtenWords: Sentence = {
  zh: `1 至 ${longestName} 个字符，不得为空白，不得含控制字符或不成对的代理字符`,
  en: `1 to ${longestName} characters, not blank, without control characters or lone surrogates`,
}

/** Whether a text has something to see and is well-formed Unicode: the format visible-text. */
export function isVisibleText(text: string): boolean {
  return text.isWellFormed() && /\S/.test(text)
}

/** A question with everything its answer depends on. `region` is a known GB/T 2260 code, `on` a day YYYY-MM-DD. */
export interface Question {
  readonly kind: Kind
  readonly name: string
  readonly region: string
  /** The code that was asked about, where `region` took its place. */
  readonly replaced?: ReplacedRegion
  readonly on: string
  /** Who is to issue the certificate, as the caller writes it. */
  readonly issuer?: string
  /** Which kind of committee is asked; absent is both. */
  readonly body?: Body
}
