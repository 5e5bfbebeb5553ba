import { type NamedIssuer, namesVillage, onlySeals, readIssuer, saysWhoIssues } from '../issuers/read-issuer.ts'
import { bracketSays, trailingBracket } from './brackets.ts'
import type { Method } from './methods.ts'
import { withoutPlace } from './place-words.ts'
import { bare } from './plain.ts'
import { simplified } from './script.ts'
import { THRESHOLDS } from './thresholds.ts'
import type { Language } from './wording.ts'
import { issuedBy, issuerBehind, notDemanded, peel, withoutNumber } from './wrappers.ts'

/** A name with some layers taken off, and the rules that took them. `text` still has inner brackets, `key` has not. */
export interface Form {
  readonly text: string
  readonly key: string
  readonly rules: readonly Method[]
  /** A bracket at the end that says something of its own, as in 婚姻状况证明(未婚). */
  readonly aside?: string
}

/** A name taken apart from the outside: from what was written to what is left, and what it says of itself. */
export interface TakenApart {
  readonly forms: readonly Form[]
  /** Who is to issue it, where the name says so. */
  readonly issuer?: NamedIssuer
  /** The name says that the paper is not demanded: 无需提供…, …(免提交). */
  readonly notDemanded?: true
}

/** Takes a name apart from the outside. `text` is plain. The fullest form comes first: the longest meaning wins. */
export function takeApart(text: string, language: Language): TakenApart {
  const forms: Form[] = []
  let issuer: NamedIssuer | undefined
  // Who issues decides, not who seals: (派出所盖章) counts only where nobody issues.
  let sealer: NamedIssuer | undefined
  let rules: readonly Method[] = []
  let current = text
  let waived = false
  const form = (): Form => ({ text: current, key: bare(current), rules })
  const step = (rule: Method, left: string) => {
    current = left
    rules = [...rules, rule]
    forms.push(form())
  }
  const named = (written: string): boolean => {
    const reading = readIssuer(written)
    if (reading === 'none' || reading === 'unclear') return false
    if (onlySeals(written)) sealer ??= { written, reading }
    else issuer ??= { written, reading }
    return true
  }
  const done = (): TakenApart => {
    const who = issuer ?? sealer
    return { forms, ...(who ? { issuer: who } : {}), ...(waived ? { notDemanded: true } : {}) }
  }

  forms.push(form())
  const mainland = simplified(current)
  if (mainland !== current) step('script', mainland)
  const counted = withoutNumber(current)
  if (counted) step('numbering', counted)
  for (let round = 0; round < THRESHOLDS.rounds; round += 1) {
    const bracketed = trailingBracket(current)
    if (!bracketed) break
    const { name, content } = bracketed
    if (language.issuers && notDemanded(content)) waived = true
    else if (
      !(language.issuers && saysWhoIssues(content) && named(content)) &&
      bracketSays(content, language) === 'name'
    ) {
      current = name
      rules = [...rules, 'note']
      forms.push({ ...form(), aside: content })
      return done()
    }
    step('note', name)
  }
  const { places } = language.wording
  const board = places && withoutPlace(bare(current), places)
  if (board) step('place', board)
  if (language.issuers) {
    const behind = issuerBehind(current)
    if (behind && named(behind.issuer)) step('issuer', behind.name)
    // A waiver speaks of the paper, whoever issues it: what follows is read as if it stood alone.
    const rest = notDemanded(current)
    if (rest) {
      waived = true
      step('wrapper', rest)
    }
    for (let round = 0; round < THRESHOLDS.rounds; round += 1) {
      const issued = issuedBy(current)
      if (!issued) break
      const reading = readIssuer(issued.issuer)
      if (reading === 'unclear' && !issued.surely) break
      // Two issuers one within the other contradict each other: that of somebody else is not overheard.
      if (reading === 'other' || (reading !== 'none' && !issuer)) issuer = { written: issued.issuer, reading }
      step(reading === 'none' ? 'wrapper' : 'issuer', issued.name)
    }
  }
  current = bare(current)
  for (let round = 0; round < THRESHOLDS.rounds; round += 1) {
    const peeled = peel(current, language)
    if (!peeled) break
    if (peeled.issuer && !issuer) issuer = { written: peeled.issuer, reading: 'village' }
    step(peeled.rule, peeled.text)
  }
  return done()
}

/** Whether a name so taken apart says that somebody issues it who is no village. */
export const issuedElsewhere = ({ issuer }: TakenApart) => issuer?.reading === 'other'
export const issuedByVillage = ({ issuer }: TakenApart) => issuer !== undefined && namesVillage(issuer.reading)
