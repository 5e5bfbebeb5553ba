import type { Slots, Wording } from '../../lists/recorded-name.ts'
import { otherHeads, villageHeads } from '../issuers/bodies.ts'
import { key } from './plain.ts'

/** The wording of a kind as expressions. All repetitions are bounded, so none can run away on a long name. */
export interface Language {
  readonly wording: Wording
  /** Whether a text is made of nothing but notes on copies, seals and the like. */
  noteOnly(text: string): boolean
  readonly purpose: RegExp
  readonly purposePrefix: RegExp
  readonly asking: RegExp
  /** Whether names of this kind may say who issues what they name. */
  readonly issuers: boolean
  /** Ends as papers do that are none of this kind. */
  readonly otherPaper: RegExp
  /** Whether a text is made of words that say nothing of what a name is about. */
  saysNothing(text: string): boolean
}

const NEVER = /^(?!)/u

/** Any one of the words, the longest first. */
function anyOf(words: readonly string[]): string {
  // As they are compared, words hold nothing but letters and digits: no sign has a meaning in an expression.
  return `(?:${[...new Set(words.map(key))].sort((a, b) => b.length - a.length).join('|')})`
}

const orNever = (words: readonly string[] | undefined, source: (any: string) => string) =>
  words && words.length > 0 ? new RegExp(source(anyOf(words)), 'u') : NEVER

const NO_WORD = /[\p{N}\p{P}\p{S}]/u

/** Whether a text can be laid out with these words, digits and punctuation. Linear, where an expression could run away. */
export function madeOf(text: string, words: ReadonlySet<string>): boolean {
  const reached = new Array<boolean>(text.length + 1).fill(false)
  reached[0] = true
  for (let at = 0; at < text.length; at += 1) {
    if (!reached[at]) continue
    if (NO_WORD.test(text.charAt(at))) reached[at + 1] = true
    for (let end = at + 1; end <= Math.min(at + 10, text.length); end += 1) {
      if (words.has(text.slice(at, end))) reached[end] = true
    }
  }
  return reached[text.length] === true
}

/** Compiles the words of data/names/<kind>.json once, when the data are loaded. */
export function languageOf(wording: Wording, slots: Slots = {}): Language {
  // A bracket that says no more than whose paper it is, or what for, is a note as well: (男方), (养老金).
  const whose = (wording.subjects ?? []).flatMap((slot) => slots[slot] ?? [])
  const notes = new Set([...(wording.notes ?? []), ...(wording.filler ?? []), ...whose].map(key))
  const said = [...(wording.generic ?? []), ...(wording.filler ?? []), ...(wording.light ?? [])]
  const nothing = new Set([...said, ...villageHeads, ...otherHeads].map(key))
  return {
    wording,
    noteOnly: (text: string) => madeOf(text, notes),
    purpose: orNever(wording.purposes, (any) => `^${any}|(?:使用|所用|专用|用)$`),
    purposePrefix: orNever(wording.purposes, (any) => `^${any}[^的]{1,16}的(.{3,})$`),
    asking: orNever(wording.asking, (any) => `^${any}(.{3,})$`),
    issuers: wording.issuers === true,
    otherPaper: orNever(wording.papers, (any) => `${any}$`),
    saysNothing: (text: string) => madeOf(text, nothing),
  }
}
