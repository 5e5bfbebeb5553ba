import { InvalidArgumentError } from 'commander'
import { isInCalendar } from '../lists/days.ts'
import { isRegionCode } from '../lists/terms.ts'

const fits = (text: string, right: boolean): string => {
  if (!right) throw new InvalidArgumentError(`'${text}'`)
  return text
}

/** A GB/T 2260 code. */
export const regionCode = (text: string): string => fits(text, isRegionCode(text))

/** What an id of a list, a document or a rule is made of. */
export const slug = (text: string): string => fits(text, /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 80)

/** Words that are some. */
export const filled = (text: string): string => fits(text.trim(), text.trim() !== '')

/** A day or a month that exists. */
export const dayOrMonth = (text: string): string =>
  fits(text, /^\d{4}-\d{2}(-\d{2})?$/.test(text) && isInCalendar(text))

/** The same, or that nobody knows it. */
export const dayOfIssue = (text: string): string => (text === 'unknown' ? text : dayOrMonth(text))

/** Ids with commas between. */
export const ids = (text: string, before: readonly string[] = []): string[] => [
  ...before,
  ...text.split(/[,，]/).map(slug),
]
