import { longestName } from '../rulings/question.ts'

/** Signs by which people say that a cell is empty on purpose, and the words before a sum. */
const nothing = /^(?:无|没有|暂无|空|不需要|无需|[合总小共]\s?计|none|n\/?a|null|[-—–_/\\.。、·*]+)$/iu
/** What Excel shows where a formula failed: what the cell was to hold is not known. */
const failed = /^#(?:ref!|n\/a|value!|name\?|div\/0!|null!|num!|spill!|calc!)$/iu

/** What the cell of a table holds: a name that can be asked about, nothing, a formula without a result, or text too long for a name. */
export type CellName =
  | { readonly state: 'name'; readonly name: string }
  | { readonly state: 'empty' | 'no_result' }
  | { readonly state: 'too_long'; readonly name: string }

/** Why a cell cannot be asked about. */
export type Unasked = Exclude<CellName['state'], 'name'>

/** A cell's text as one name: on one line, without control characters, which a question may not hold. */
export function cellName(text: string): CellName {
  const name = text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  if (name === '' || nothing.test(name)) return { state: 'empty' }
  if (failed.test(name)) return { state: 'no_result' }
  return [...name].length > longestName ? { state: 'too_long', name } : { state: 'name', name }
}
