import { itemId, type ReadAs } from '../index/reading.ts'
import type { Form } from '../normalise/forms.ts'
import { key } from '../normalise/plain.ts'
import { offered } from './asides.ts'
import { readSpelling } from './look-up.ts'
import type { Question } from './scope.ts'

const OR = /或者|或|、|\//u

/**
 * Reads a name that names several papers: 户口簿或户籍证明, 身份证明、户籍证明. One of them may be listed though the other is not,
 * and no reading of the whole speaks for both, so a person is asked with what is listed. The name stays as it was read
 * (`whole`) when it does not come apart into names, when it is known itself, or when all of them are the same items.
 */
export function readSeveral(
  { key: whole, text }: Form,
  reading: ReadAs | undefined,
  question: Question,
  read: (text: string) => ReadAs | undefined,
): ReadAs | undefined {
  const parts = text.split(OR).filter((part) => key(part) !== '')
  if (parts.length < 2 || readSpelling(whole, question)) return reading
  const { required = [] } = question.records.language.wording
  // Where no word marks a name, as with boards, every part may be one.
  const isName = (part: string) => required.length === 0 || required.some((word) => part.includes(word))
  if (reading?.verdict !== 'none' && !parts.every(isName)) return reading
  const readings = parts.map((part) => read(part))
  const itemsOf = (one: ReadAs | undefined) => (one?.verdict === 'decided' ? one.items.map(itemId).join() : undefined)
  const first = itemsOf(readings[0])
  if (first !== undefined && readings.every((one) => itemsOf(one) === first)) return reading
  const candidates = offered(readings)
  return candidates.length > 0 ? { verdict: 'ask', candidates } : reading
}
