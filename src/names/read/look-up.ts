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
  return firstFound(found, others).flatMap((entries) => entries.map(({ item }) => item))
}

/** Of each list what was found first, else what was found next. */
const firstFound = (first: readonly (readonly Entry[])[], next: readonly (readonly Entry[])[]) =>
  first.map((entries, at) => (entries.length > 0 ? entries : (next[at] as readonly Entry[])))

/** Each entry once, though several senses lead to it. */
const distinct = (entries: readonly Entry[]) => [
  ...new Map(entries.map((entry) => [itemId(entry.item), entry])).values(),
]

type Find = (list: NamedList) => readonly Entry[]

/** What lists print as it was found in some of them; `light` finds what others print that have it in other words. */
function printed(find: Find, text: string, question: Question, light?: () => Find | undefined): ReadAs | undefined {
  const entries = entriesOf(find, question)
  const [first] = foremost(entries.flat())
  if (!first) return undefined
  const { records } = question
  const recorded = recordOf(text, records)?.recorded
  // 表现证明 stands in brackets after one item, and says too little by itself: a record may say so of the very item.
  if (
    recorded?.record.reading === 'ask' &&
    !isMain(first) &&
    entries.flat().every(({ item }) => recorded.record.items.includes(item.name))
  )
    return { verdict: 'ask', candidates: askedBy(recorded, question), record: nameRecord(recorded.record) }
  const findLight = light?.()
  const found = findLight ? firstFound(entries, entriesOf(findLight, question)) : entries
  const senses = [
    recorded ? senseWith(recorded, text, records) : [],
    ...found.flat().map(({ matched }) => senseOf(matched, records) ?? []),
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

/**
 * Finds what lists print so but for light words. These need a word such as 证明 (`said`): 死亡 alone is not the name of a paper.
 * Undefined where it is not said, or too little is left.
 */
function lightly(text: string, { records: { vocabulary, language } }: Question) {
  const { required = [], leastLeft = 1 } = language.wording
  const said = required.filter((word) => text.includes(word))
  if (required.length > 0 && said.length === 0) return undefined
  const rest = core(text, vocabulary)
  return rest.length >= leastLeft ? { said, find: (list: NamedList) => list.withCore(rest) } : undefined
}

/** As `lightly` finds, where the same of those words is said: 反家庭暴力工作 is a duty of its own beside 反家庭暴力配合协助. */
function saidAlike(text: string, question: Question): Find | undefined {
  const light = lightly(text, question)
  return (
    light && ((list) => light.find(list).filter(({ matched }) => light.said.every((word) => matched.includes(word))))
  )
}

/** What lists print in exactly this spelling; in a list that does not, what it prints so but for light words says the same. */
export const readSpelling = (text: string, question: Question) =>
  printed(
    (list) => list.spelled(text),
    text,
    question,
    () => saidAlike(text, question),
  )

/** What lists print so, but for light words. */
export function readPrinted({ key, rules }: Pick<Form, 'key' | 'rules'>, question: Question): ReadAs | undefined {
  const spelled = readSpelling(key, question)
  if (spelled) return applied(spelled, rules)
  const light = lightly(key, question)
  const without = light && printed(light.find, key, question)
  return without && applied(saidFirst(without, light.said), [...rules, 'filler'])
}

/** 协助反家庭暴力 is 反家庭暴力配合协助 before it is 反家庭暴力工作: both are found, and the one that says the same word is the match. */
function saidFirst(reading: ReadAs, said: readonly string[]): ReadAs {
  if (reading.verdict !== 'decided') return reading
  const says = ({ name }: ItemRef) => said.some((word) => name.includes(word))
  const [match] = reading.items.filter(says)
  if (!match) return reading
  return { ...reading, items: [match, ...reading.items.filter((item) => item !== match)], matched: match.name }
}
