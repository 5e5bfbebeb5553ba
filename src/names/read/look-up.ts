import type { Entry, NamedList } from '../index/index-list.ts'
import { recordOf, type Sense, senseOf, senseWith } from '../index/index-records.ts'
import { type ItemRef, itemId, type ReadAs } from '../index/reading.ts'
import { core } from '../index/segment.ts'
import type { Form } from '../normalise/forms.ts'
import { type Method, mostSignificant } from '../normalise/methods.ts'
import { askedBy, nameRecord } from './record-candidates.ts'
import type { Question } from './scope.ts'

/** The reading of a name, with what was applied to get there. */
export function applied(reading: ReadAs, rules: readonly Method[]): ReadAs {
  return reading.verdict === 'decided' ? { ...reading, method: mostSignificant([...rules, reading.method]) } : reading
}

const isMain = (entry: Entry) => entry.method === 'exact'

/** Of the entries of a list those with a main name, else those with a sub-name. */
function foremost(entries: readonly Entry[]): readonly Entry[] {
  const main = entries.filter(isMain)
  return main.length > 0 ? main : entries
}

/** The entries in force of each list, in the order of the lists. */
export function entriesOf(
  find: (list: NamedList) => readonly Entry[],
  { lists, inForce }: Question,
): readonly Entry[][] {
  return lists.map((list) => [...foremost(find(list).filter(({ item }) => inForce(item)))])
}

/**
 * The items that were found in some lists, and those of the other lists that mean the same by what they print: a list that permits
 * 单身证明 and one that forbids 婚姻状况证明 speak of one thing.
 */
export function withOneMeaning(found: readonly (readonly Entry[])[], senses: readonly Sense[], question: Question) {
  const others = entriesOf((list) => distinct(senses.flatMap((sense) => list.withSense(sense))), question)
  return found.flatMap((entries, at) =>
    (entries.length > 0 ? entries : (others[at] as Entry[])).map(({ item }) => item),
  )
}

/** Each entry once, though several senses lead to it. */
const distinct = (entries: readonly Entry[]) => [
  ...new Map(entries.map((entry) => [itemId(entry.item), entry])).values(),
]

/** What is printed so: by its spelling, or without light words. */
function printed(find: (list: NamedList) => readonly Entry[], text: string, question: Question): ReadAs | undefined {
  const found = entriesOf(find, question)
  const entries = found.flat()
  const [first] = foremost(entries)
  if (!first) return undefined
  const { records } = question
  const recorded = recordOf(text, records)?.recorded
  // 表现证明 stands in brackets after one item, and says too little by itself: a record may say so of the very item.
  if (
    recorded?.record.reading === 'ask' &&
    !isMain(first) &&
    entries.every(({ item }) => recorded.record.items.includes(item.name))
  )
    return { verdict: 'ask', candidates: askedBy(recorded, question), record: nameRecord(recorded.record) }
  const senses = [
    recorded ? senseWith(recorded, text, records) : [],
    ...entries.map(({ matched }) => senseOf(matched, records) ?? []),
  ].flat()
  return {
    verdict: 'decided',
    items: withOneMeaning(
      found,
      senses.filter(({ decides }) => decides),
      question,
    ),
    method: first.method,
    matched: first.matched,
  }
}

/** What lists print in exactly this spelling. */
export const readSpelling = (text: string, question: Question) => printed((list) => list.spelled(text), text, question)

/** What lists print so, but for light words. These need a word such as 证明: 死亡 alone is not the name of a paper. */
export function readPrinted({ key, rules }: Pick<Form, 'key' | 'rules'>, question: Question): ReadAs | undefined {
  const spelled = readSpelling(key, question)
  if (spelled) return applied(spelled, rules)
  const { vocabulary, language } = question.records
  const { required = [], leastLeft = 1 } = language.wording
  const said = required.filter((word) => key.includes(word))
  if (required.length > 0 && said.length === 0) return undefined
  const rest = core(key, vocabulary)
  const without = rest.length >= leastLeft ? printed((list) => list.withCore(rest), key, question) : undefined
  return without && applied(saidFirst(without, said), [...rules, 'filler'])
}

/** 协助反家庭暴力 is 反家庭暴力配合协助 before it is 反家庭暴力工作: both are found, and the one that says the same word is the match. */
function saidFirst(reading: ReadAs, said: readonly string[]): ReadAs {
  if (reading.verdict !== 'decided') return reading
  const says = ({ name }: ItemRef) => said.some((word) => name.includes(word))
  const [match] = reading.items.filter(says)
  if (!match) return reading
  return { ...reading, items: [match, ...reading.items.filter((item) => item !== match)], matched: match.name }
}
