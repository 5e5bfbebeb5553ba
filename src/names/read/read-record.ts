import { recordOf, senseWith } from '../index/index-records.ts'
import type { ReadAs } from '../index/reading.ts'
import { segment } from '../index/segment.ts'
import type { Form } from '../normalise/forms.ts'
import { THRESHOLDS } from '../normalise/thresholds.ts'
import { applied, entriesOf, withOneMeaning } from './look-up.ts'
import { askedBy, best, nameRecord } from './record-candidates.ts'
import type { Question } from './scope.ts'
import { likePrinted } from './similar.ts'

/** What is recorded of a form. Undefined when nothing is, also when the record leads to no item that applies. */
export function readRecord({ key, rules }: Pick<Form, 'key' | 'rules'>, question: Question): ReadAs | undefined {
  const found = recordOf(key, question.records)
  if (!found) return undefined
  const { recorded, by, composed } = found
  const { record, matched } = recorded
  if (record.reading === 'same') {
    const entries = entriesOf((list) => list.withSense(senseWith(recorded, key, question.records)), question)
    const items = withOneMeaning(entries, [], question)
    if (items.length === 0) return undefined
    // What was recognised by meaning are the words as written; the pattern that knew them is a matter of the records.
    const reading: ReadAs =
      by === 'meaning'
        ? { verdict: 'decided', items, method: composed ? 'composed' : 'synonym', matched: key }
        : { verdict: 'decided', items, method: 'synonym', matched }
    return applied(reading, by === 'core' ? [...rules, 'filler'] : rules)
  }
  if (record.reading === 'elsewhere') {
    // Where an unknown word was only taken for a document by its ending, the ending speaks, and not the record.
    const guessed = by === 'meaning' && segment(key, question.records.vocabulary).some(({ word }) => !word)
    return guessed ? undefined : { verdict: 'none', record: nameRecord(record), elsewhere: true }
  }
  // What is recorded of a name adds to what lists print like it, and hides none of it.
  const like = likePrinted(key, question)
  // What is known to be none has to be much like a printed name to be offered.
  const enough = record.reading === 'none' ? like.filter(({ score }) => score >= THRESHOLDS.beside) : like
  const candidates = best([...askedBy(recorded, question), ...enough])
  if (candidates.length > 0) return { verdict: 'ask', candidates, record: nameRecord(record) }
  return record.reading === 'ask' ? undefined : { verdict: 'none', record: nameRecord(record) }
}
