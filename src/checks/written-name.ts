import { longestName } from '../rulings/question.ts'

/** Signs by which people say that a cell is empty on purpose, the words before a sum, and what Excel shows where a formula failed. */
const nothing =
  /^(?:无|没有|暂无|空|不需要|无需|[合总小共]\s?计|none|n\/?a|null|[-—–_/\\.。、·*]+|#(?:ref!|n\/a|value!|name\?|div\/0!|null!|num!))$/iu

/** What the cell of a table holds: a name that can be asked about, nothing, or text too long for a name. */
export type CellName =
  | { readonly state: 'name'; readonly name: string }
  | { readonly state: 'empty' }
  | { readonly state: 'too_long'; readonly name: string }

/** A cell's text as one name: on one line, without control characters, which a question may not hold. */
export function cellName(text: string): CellName {
  const name = text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  if (name === '' || nothing.test(name)) return { state: 'empty' }
  return [...name].length > longestName ? { state: 'too_long', name } : { state: 'name', name }
}
