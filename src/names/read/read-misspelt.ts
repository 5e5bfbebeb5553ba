import { itemId, type ReadAs } from '../index/reading.ts'
import type { Form } from '../normalise/forms.ts'
import { METHODS, type Method } from '../normalise/methods.ts'
import { applied } from './look-up.ts'
import { corrections, withLostEnding } from './misspellings.ts'
import type { Question } from './scope.ts'

// A lost 明 is only believed of printed names: many papers are called …证 (婚姻登记证, 养犬许可证), which a synonym would hide.
const PRINTED = new Set<Method>(METHODS.slice(0, METHODS.indexOf('synonym')))

/**
 * Reads a name with one slip of the pen: a character that sounds alike, or a lost last 明. Decides only when all that it may
 * have been meant to be comes to the same items; a name that is known not to be listed stays so, misspelt or not.
 */
export function readSlip(
  forms: readonly Form[],
  { records }: Question,
  read: (text: string) => ReadAs | undefined,
): ReadAs | undefined {
  const tried = new Set<string>()
  const readings: ReadAs[] = []
  // Words are known as the mainland writes them: 誤工 is no slip of 务工.
  const fullest = forms.find((form) => form.rules.includes('script')) ?? forms[0]
  for (const form of [fullest, forms.at(-1)] as Form[]) {
    const lost = withLostEnding(form.key)
    const whole = lost === undefined ? undefined : read(lost)
    if (whole?.verdict === 'decided' && PRINTED.has(whole.method)) readings.push(whole)
    for (const text of corrections(form.key, records.vocabulary)) {
      if (tried.has(text)) continue
      tried.add(text)
      const reading = read(text)
      if (reading) readings.push(reading)
    }
    if (readings.length > 0) break
  }
  const [first] = readings
  if (!first) return undefined
  const itemsOf = (reading: ReadAs) =>
    reading.verdict === 'decided' ? reading.items.map(itemId).join() : reading.verdict
  return readings.every((reading) => itemsOf(reading) === itemsOf(first)) ? applied(first, ['typo']) : undefined
}
