import { bracketSays, trailingBracket } from './brackets.ts'
import type { Method } from './methods.ts'
import { withoutPlace } from './place-words.ts'
import { bare } from './plain.ts'
import { simplified } from './script.ts'
import { THRESHOLDS } from './thresholds.ts'
import type { Language } from './wording.ts'
import { peel, withoutNumber } from './wrappers.ts'

/** A name with some layers taken off, and the rules that took them. `text` still has inner brackets, `key` has not. */
export interface Form {
  readonly text: string
  readonly key: string
  readonly rules: readonly Method[]
  /** A bracket at the end that says something of its own, as in 婚姻状况证明(未婚). */
  readonly aside?: string
}

/** A name, layer by layer, from what was written to what is left; or the finding that another issuer is named. */
export type Layer = Form | 'elsewhere'

/** Takes a name apart from the outside. `text` is plain. The fullest form comes first: the longest meaning wins. */
export function* layers(text: string, language: Language): Generator<Layer> {
  let rules: Method[] = []
  let current = text
  const form = (): Form => ({ text: current, key: bare(current), rules })
  yield form()
  const mainland = simplified(current)
  if (mainland !== current) {
    current = mainland
    rules = [...rules, 'script']
    yield form()
  }
  const counted = withoutNumber(current)
  if (counted) {
    current = counted
    rules = [...rules, 'numbering']
    yield form()
  }
  for (let round = 0; round < THRESHOLDS.rounds; round += 1) {
    const bracketed = trailingBracket(current)
    if (!bracketed) break
    const says = bracketSays(bracketed.content, language)
    if (says === 'elsewhere') return yield 'elsewhere'
    current = bracketed.name
    rules = [...rules, 'note']
    if (says === 'name') {
      yield { ...form(), aside: bracketed.content }
      return
    }
    yield form()
  }
  const { places } = language.wording
  const board = places && withoutPlace(bare(current), places)
  if (board) {
    current = board
    rules = [...rules, 'place']
    yield form()
  }
  current = bare(current)
  for (let round = 0; round < THRESHOLDS.rounds; round += 1) {
    const peeled = peel(current, language)
    if (!peeled) return
    if (peeled.rule === 'elsewhere') return yield 'elsewhere'
    current = peeled.text
    rules = [...rules, peeled.rule]
    yield form()
  }
}
