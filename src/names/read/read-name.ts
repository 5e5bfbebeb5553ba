import { type ItemRef, itemId, type Reading } from '../index/reading.ts'
import { bracketAlternatives } from '../normalise/brackets.ts'
import { type Form, layers } from '../normalise/forms.ts'
import { key, plain, surfaceRules } from '../normalise/plain.ts'
import { THRESHOLDS } from '../normalise/thresholds.ts'
import { readWithAside } from './asides.ts'
import { nearMisses } from './near-misses.ts'
import { applied, readForm, readKey } from './read-form.ts'
import { readSlip } from './read-misspelt.ts'
import type { Question, Scope } from './scope.ts'
import { readSeveral } from './several-names.ts'
import { similarItems } from './similar.ts'

/** Told of every form that was tried and what it was read as; for whoever maintains the recorded names. */
export type Trace = (form: Pick<Form, 'key' | 'rules'>, reading: Reading | undefined) => void

/**
 * Reads a written name against the lists that apply to the question. `inForce` tells whether an item holds on the day asked
 * about. Never throws, whatever the string.
 */
export function readName(name: string, scope: Scope, inForce: (item: ItemRef) => boolean, trace?: Trace): Reading {
  const question = { ...scope, inForce }
  const written = readKey(name, question)
  if (written) {
    trace?.({ key: name, rules: [] }, written)
    return written
  }
  const text = plain(name)
  const { reading, last } = readText(text, question, trace)
  if (reading) return applied(reading, isPrintedSo(name, reading) ? [] : surfaceRules(name))
  let candidates = similarItems(last, question)
  if (candidates.length === 0) candidates = nearMisses(last, question, (slip) => readLayers(slip, question, [], trace))
  return candidates.length > 0 ? { verdict: 'ask', candidates } : { verdict: 'none' }
}

/** Reads a plain name by every rule that decides; `last` is what similarity then has to go by. */
function readText(text: string, question: Question, trace?: Trace): { reading: Reading | undefined; last: string } {
  if (text.length > THRESHOLDS.longest) return { reading: undefined, last: key(text.slice(0, THRESHOLDS.longest)) }
  const forms: Form[] = []
  const reading = readLayers(text, question, forms, trace)
  const last = (forms.at(-1) as Form).key
  return { reading: reading ?? readSlip(forms, question, (slip) => readLayers(slip, question, [], trace)), last }
}

function readLayers(text: string, question: Question, forms: Form[], trace?: Trace): Reading | undefined {
  const { language } = question.records
  for (const layer of layers(text, language)) {
    if (layer === 'elsewhere') {
      const reason = language.wording.elsewhereReason
      return { verdict: 'none', ...(reason ? { record: { reason } } : {}), elsewhere: true }
    }
    forms.push(layer)
    const reading =
      layer.aside === undefined
        ? readSeveral(layer, readForm(layer, question) ?? readAlternatives(layer, question), question, (part) =>
            readLayers(part, question, [], trace),
          )
        : readWithAside(layer, layer.aside, (part) => readLayers(part, question, [], trace))
    trace?.(layer, reading)
    if (reading) return reading
  }
  return undefined
}

/** 结(离)婚证遗失证明: both readings of the bracket have to come to the same items. */
function readAlternatives(form: Form, question: Question): Reading | undefined {
  const [one, other] = (bracketAlternatives(form.text) ?? []).map((text) =>
    readForm({ key: key(text), rules: [...form.rules, 'punctuation'] }, question),
  )
  if (one?.verdict !== 'decided' || other?.verdict !== 'decided') return undefined
  const same =
    one.items.length === other.items.length &&
    one.items.every((item, at) => itemId(item) === itemId(other.items[at] as ItemRef))
  return same ? one : undefined
}

/** A name written to the letter as it is printed is exact, also where the print itself has brackets or odd spacing. */
const isPrintedSo = (name: string, reading: Reading) => reading.verdict === 'decided' && reading.matched === name
