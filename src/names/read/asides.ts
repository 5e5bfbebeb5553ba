import { type ItemRef, itemId, type ReadAs } from '../index/reading.ts'
import type { Form } from '../normalise/forms.ts'
import { applied } from './look-up.ts'
import { ranked } from './record-candidates.ts'

const SEPARATORS = /[、,;/|]+|等$/u

type Decided = Extract<ReadAs, { verdict: 'decided' }>

/**
 * Reads a name with a bracket that names something itself: 居民财产证明(收入证明、房产证明等). When everything in the bracket is
 * the same item the bracket changes nothing; otherwise a person has to say which of the two is meant.
 */
export function readWithAside(
  form: Form,
  aside: string,
  read: (text: string) => ReadAs | undefined,
): ReadAs | undefined {
  const main = read(form.text)
  if (main?.verdict !== 'decided') return main
  const parts = aside.split(SEPARATORS).filter((part) => part !== '')
  const readings = parts.map((part) => read(part.endsWith('证明') ? part : `${part}证明`))
  if (readings.every((reading) => reading?.verdict === 'decided' && shareItem(main, reading))) {
    return applied(main, form.rules)
  }
  return { verdict: 'ask', candidates: offered([main, ...readings]) }
}

/** What several readings of parts of a name offer together, those of the first part first. */
export function offered(readings: readonly (ReadAs | undefined)[]) {
  return ranked(
    readings.flatMap((reading): readonly (ItemRef & { readonly matched: string })[] => {
      if (reading?.verdict === 'decided') return reading.items.map((item) => ({ ...item, matched: item.name }))
      return reading?.verdict === 'ask' ? reading.candidates : []
    }),
  )
}

function shareItem(a: Decided, b: Decided): boolean {
  return a.items.some((item) => b.items.some((other) => itemId(item) === itemId(other)))
}
