import type { Form } from './forms.ts'
import { applied } from './read-form.ts'
import type { Reading } from './reading.ts'
import type { Question } from './scope.ts'
import { corrections, withLostEnding } from './slips.ts'

/**
 * Reads a name with one slip of the pen: a character that sounds alike, or a lost last 明. Decides only when all that it may
 * have been meant to be comes to the same items; a name that is known not to be listed stays so, misspelt or not.
 */
export function readSlip(
  forms: readonly Form[],
  { records }: Question,
  read: (text: string) => Reading | undefined,
): Reading | undefined {
  const tried = new Set<string>()
  const readings: Reading[] = []
  for (const form of [forms[0], forms.at(-1)] as Form[]) {
    const lost = withLostEnding(form.key)
    for (const text of [...(lost ? [lost] : []), ...corrections(form.key, records.vocabulary)]) {
      if (tried.has(text)) continue
      tried.add(text)
      const reading = read(text)
      if (reading) readings.push(reading)
    }
    if (readings.length > 0) break
  }
  const [first] = readings
  if (!first) return undefined
  const itemsOf = (reading: Reading) =>
    reading.verdict === 'decided' ? reading.items.map(({ list, no }) => `${list}/${no}`).join() : reading.verdict
  return readings.every((reading) => itemsOf(reading) === itemsOf(first)) ? applied(first, ['typo']) : undefined
}
