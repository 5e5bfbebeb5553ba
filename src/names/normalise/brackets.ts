import type { Language } from './wording.ts'

const LAST = /^(.+?)\(((?:[^()]|\([^()]*\))*)\)$/u
const INNER = /^(.+?)\(([^()]{1,6})\)(.+)$/u

/** A name and what stood in brackets behind it. */
export interface Bracketed {
  readonly name: string
  readonly content: string
}

/** Splits 收入证明(原件1份) into name and bracket, which may hold another: 收入证明(由村(居)委会出具). Undefined when the name does not end in one. */
export function trailingBracket(text: string): Bracketed | undefined {
  const [, name, content] = LAST.exec(text) ?? []
  return name === undefined || content === undefined ? undefined : { name, content }
}

/** What a bracket says: how many copies, sealed, for what (note); or a name of its own. */
export function bracketSays(content: string, language: Language): 'note' | 'name' {
  return language.noteOnly(content) || language.purpose.test(content) ? 'note' : 'name'
}

/** The two readings of a bracket that offers another word: 结(离)婚证 → 结婚证, 离婚证. */
export function bracketAlternatives(text: string): [string, string] | undefined {
  const [, before, other, after] = INNER.exec(text) ?? []
  if (before === undefined || other === undefined || after === undefined || before.length < other.length)
    return undefined
  return [before + after, before.slice(0, -other.length) + other + after]
}
