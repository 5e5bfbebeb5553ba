import { type Candidate, type ItemRef, itemId, type ReadAs, type Reading } from '../index/reading.ts'
import { bracketAlternatives } from '../normalise/brackets.ts'
import { brokenBy } from '../normalise/broken.ts'
import { type Form, issuedByVillage, issuedElsewhere, type TakenApart, takeApart } from '../normalise/forms.ts'
import type { Method } from '../normalise/methods.ts'
import { key, plain, surfaceRules } from '../normalise/plain.ts'
import { THRESHOLDS } from '../normalise/thresholds.ts'
import { offered, readWithAside } from './asides.ts'
import { applied, readPrinted, readSpelling } from './look-up.ts'
import { withLostEnding } from './misspellings.ts'
import { nearMisses } from './near-misses.ts'
import { isGeneric, isName, isOtherPaper, sentences } from './paper-kind.ts'
import { readSlip } from './read-misspelt.ts'
import { readRecord } from './read-record.ts'
import type { Question, Scope } from './scope.ts'
import { readSeveral } from './several-names.ts'
import { similarItems } from './similar.ts'

/** A step of a reading: what was looked at, by which rules, and what it came to. */
export interface Step {
  readonly step: 'printed' | 'recorded' | 'slip' | 'issuer' | 'kind' | 'alike'
  readonly text: string
  readonly rules: readonly Method[]
  readonly reading: ReadAs | undefined
}

/** Told of every step of a reading; for whoever maintains the recorded names. */
export type Trace = (step: Step) => void

/**
 * Reads a written name against the lists that apply to the question. `inForce` tells whether an item holds on the day asked
 * about. Never throws, whatever the string. What lists print comes first, by whatever rule it is reached; then what is recorded;
 * then slips of the pen; then what kind of paper it is; and what is left is compared by its looks, which only asks.
 */
export function readName(name: string, scope: Scope, inForce: (item: ItemRef) => boolean, trace?: Trace): Reading {
  const question = { ...scope, inForce }
  const written = readSpelling(key(name), question)
  if (written?.verdict === 'decided') {
    trace?.({ step: 'printed', text: key(name), rules: [], reading: written })
    return applied(written, isPrintedSo(name, written) ? [] : surfaceRules(name))
  }
  if (brokenBy(name)) return { verdict: 'unread' }
  const text = plain(name)
  if (text.length > THRESHOLDS.longest) return readLong(key(text), question)
  const apart = takeApart(text, scope.records.language)
  const { issuer } = apart
  const reading = readApart(apart, question, trace)
  const finished = isPrintedSo(name, reading) ? reading : applied(reading, surfaceRules(name))
  return issuer ? { ...finished, issuer } : finished
}

/** A name that is too long to be one: what it begins with may be like something. */
function readLong(text: string, question: Question): ReadAs {
  const candidates = similarItems(text.slice(0, THRESHOLDS.longest), question)
  return candidates.length > 0 ? { verdict: 'ask', candidates } : { verdict: 'unread' }
}

function readApart(apart: TakenApart, question: Question, trace?: Trace): ReadAs {
  if (issuedElsewhere(apart)) {
    const reading: ReadAs = { verdict: 'none', elsewhere: true }
    trace?.({ step: 'issuer', text: apart.issuer?.written ?? '', rules: [], reading })
    return reading
  }
  const reading = readListed(apart, question, trace)
  if (!apart.notDemanded) return reading
  return { verdict: 'ask', candidates: offered([reading]), record: { reason: sentences.notDemanded } }
}

function readListed(apart: TakenApart, question: Question, trace?: Trace): ReadAs {
  const { forms } = apart
  const last = forms.at(-1) as Form
  const read = (text: string) => readText(text, question, trace)
  const known = readForms(forms, question, trace)
  if (known) return known
  const slip = readSlip(forms, question, read)
  if (slip) {
    trace?.({ step: 'slip', text: last.key, rules: last.rules, reading: slip })
    return slip
  }
  const kind = readKind(apart, last, question)
  if (kind) {
    trace?.({ step: 'kind', text: last.key, rules: last.rules, reading: kind })
    return kind
  }
  const candidates = alike(last.key, question, read)
  const reading: ReadAs =
    candidates.length > 0
      ? { verdict: 'ask', candidates }
      : { verdict: isName(last.key, question.records) ? 'none' : 'unread' }
  trace?.({ step: 'alike', text: last.key, rules: last.rules, reading })
  return reading
}

/** What kind of paper a name that nothing is known of names: none in particular, or one that is no certificate. */
function readKind(apart: TakenApart, { key: text }: Form, question: Question): ReadAs | undefined {
  const { records } = question
  if (isGeneric(text, records)) return { verdict: 'ask', candidates: [], record: { reason: sentences.generic } }
  if (!isOtherPaper(text, records)) return undefined
  // 无犯罪记录证 may have lost its last character; a paper that is called so may also be meant.
  const whole = withLostEnding(text)
  const meant = whole === undefined ? undefined : readText(whole, question)
  if (meant?.verdict === 'decided') return { verdict: 'ask', candidates: offered([meant]) }
  // A village that is to sign a declaration is asked for what it declares.
  const candidates = issuedByVillage(apart) ? similarItems(text, question) : []
  if (candidates.length > 0) return { verdict: 'ask', candidates }
  const { papersReason: reason } = records.language.wording
  return { verdict: 'none', ...(reason ? { record: { reason } } : {}), elsewhere: true }
}

function alike(text: string, question: Question, read: (text: string) => ReadAs | undefined): Candidate[] {
  const similar = similarItems(text, question)
  return similar.length > 0 ? similar : nearMisses(text, question, read)
}

/** Reads a part of a name, or a name with another spelling, by the rules that decide. */
function readText(text: string, question: Question, trace?: Trace): ReadAs | undefined {
  const apart = takeApart(text, question.records.language)
  return issuedElsewhere(apart) ? undefined : readForms(apart.forms, question, trace)
}

/** Printed names first, in every form; then the fullest form that is recorded. */
function readForms(forms: readonly Form[], question: Question, trace?: Trace): ReadAs | undefined {
  const tell = (step: Step['step'], { key: text, rules }: Form, reading: ReadAs | undefined) => {
    trace?.({ step, text, rules, reading })
    return reading
  }
  const read = (text: string) => readText(text, question, trace)
  for (const form of forms) {
    if (form.aside !== undefined) continue
    const reading = tell(
      'printed',
      form,
      alternatives(form, (one) => readPrinted(one, question)),
    )
    if (reading) return reading
  }
  for (const form of forms) {
    const reading =
      form.aside === undefined
        ? readSeveral(
            form,
            alternatives(form, (one) => readRecord(one, question)),
            question,
            read,
          )
        : readWithAside(form, form.aside, read)
    if (tell('recorded', form, reading)) return reading
  }
  return undefined
}

/** 结(离)婚证遗失证明: where both readings of a bracket come to the same items, the bracket changes nothing. */
function alternatives(form: Form, read: (form: Pick<Form, 'key' | 'rules'>) => ReadAs | undefined): ReadAs | undefined {
  const whole = read(form)
  if (whole) return whole
  const [one, other] = (bracketAlternatives(form.text) ?? []).map((text) =>
    read({ key: key(text), rules: [...form.rules, 'punctuation'] }),
  )
  if (one?.verdict !== 'decided' || other?.verdict !== 'decided') return undefined
  return one.items.map(itemId).join() === other.items.map(itemId).join() ? one : undefined
}

/** A name written to the letter as it is printed is exact, also where the print itself has brackets or odd spacing. */
const isPrintedSo = (name: string, reading: ReadAs) => reading.verdict === 'decided' && reading.matched === name
