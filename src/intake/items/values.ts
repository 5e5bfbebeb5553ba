import type { Entry, Value } from '../entry.ts'
import type { Field } from '../table/field.ts'

/** 5 under 时限（工作日） is 5工作日: a bare number takes the unit of its header. */
const withUnit = ({ text, unit }: Value) => (unit && /^[\d.×xX*＊~～\-－—至/]+$/.test(text) ? `${text}${unit}` : text)

/** 无 is a word of the list and stays: that there is no basis is something else than that none is given. */
const DASH = /^[-－—–/／\\]+$/

/** All printed values of a field, each once, a line each; a dash is an empty cell. */
export function printedText(entry: Entry, field: Field): string | undefined {
  const texts = (entry.values.get(field) ?? [])
    .map((value) => withUnit(value).trim())
    .filter((text) => text !== '' && !DASH.test(text))
  return texts.length === 0 ? undefined : [...new Set(texts)].join('\n')
}
