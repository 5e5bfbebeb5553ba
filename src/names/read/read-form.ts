import type { NamedList } from '../index/index-list.ts'
import { meanings } from '../index/meaning.ts'
import type { Reading } from '../index/reading.ts'
import { core, segment } from '../index/segment.ts'
import type { Vocabulary } from '../index/vocabulary.ts'
import type { Form } from '../normalise/forms.ts'
import { type Method, mostSignificant } from '../normalise/methods.ts'
import { saidOf } from './look-up.ts'
import type { Question } from './scope.ts'

/** The reading of a name, with what was applied to get there. */
export function applied(reading: Reading, rules: readonly Method[]): Reading {
  return reading.verdict === 'decided' ? { ...reading, method: mostSignificant([...rules, reading.method]) } : reading
}

/** What is said of exactly this spelling. */
export function readKey(text: string, question: Question): Reading | undefined {
  return saidOf((list: NamedList) => list.spelled(text), question.records.byKey.get(text), question)
}

/**
 * Reads one form of a name: by its spelling, by its spelling without light words, and by what its words mean.
 * The last two need a word such as 证明: 死亡 alone is not the name of a paper.
 */
export function readForm(form: Pick<Form, 'key' | 'rules'>, question: Question): Reading | undefined {
  const { records } = question
  const { required } = records.language.wording
  const spelled = readKey(form.key, question)
  if (spelled) return applied(spelled, form.rules)
  if (required && !required.some((word) => form.key.includes(word))) return readDocument(form, question)
  const rest = core(form.key, records.vocabulary)
  if (rest.length >= (records.language.wording.leastLeft ?? 1)) {
    const without = saidOf((list) => list.withCore(rest), records.byCore.get(rest), question)
    if (without) return applied(without, [...form.rules, 'filler'])
  }
  return readMeaning(form, question)
}

function readMeaning(form: Pick<Form, 'key' | 'rules'>, question: Question): Reading | undefined {
  const { records } = question
  for (const [place, meaning] of meanings(form.key, records.vocabulary, records.language.wording).entries()) {
    const said = saidOf(() => [], records.byMeaning.get(meaning), question)
    // What was recognised are the words as written; the pattern that knew them is a matter of the records.
    if (said?.verdict === 'decided')
      return applied({ ...said, matched: form.key }, [...form.rules, methodOf(place, meaning)])
    if (said) return guessed(form.key, records.vocabulary) ? withoutElsewhere(said) : said
  }
  return undefined
}

/** Whether the name holds an unknown word, which was taken for a document by its ending. Who issues that is not known. */
const guessed = (text: string, vocabulary: Vocabulary) => segment(text, vocabulary).some(({ word }) => !word)

function withoutElsewhere(reading: Reading): Reading {
  if (reading.verdict !== 'none') return reading
  const { elsewhere: _, ...rest } = reading
  return rest
}

/** One class of words, with nobody mentioned, is another name of the item; anything more was put together. */
const methodOf = (place: number, meaning: string) => (place === 0 && !meaning.includes('+') ? 'synonym' : 'composed')

/** A name without 证明 may still be known to be no certificate of a village: 结婚证, 本人身份证. */
function readDocument(form: Pick<Form, 'key' | 'rules'>, question: Question): Reading | undefined {
  const reading = readMeaning(form, question)
  return reading?.verdict === 'decided' ? undefined : reading
}
