import type { RecordedName, RecordedNamesFile } from '../../lists/recorded-name.ts'
import { takeApart } from '../normalise/forms.ts'
import { key, plain } from '../normalise/plain.ts'
import { type Language, languageOf } from '../normalise/wording.ts'
import { meaningOfPattern, meanings } from './meaning.ts'
import { core } from './segment.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

/** A recorded name as written in data/names, and the record it belongs to. */
export interface Recorded {
  readonly matched: string
  readonly record: RecordedName
  /** What names of one meaning share, whatever list prints them. */
  readonly sense: string
  /** The names of the record's items as they are compared. */
  readonly items: readonly string[]
}

/**
 * What a name means, to be compared with what others mean. Of one thing there may be several sides (收入 and 房产 of 财产): names that
 * speak of different sides mean different things, and a name that speaks of none means all of them.
 */
export interface Sense {
  readonly id: string
  /** Whether names of this sense are names of one thing; those of an ask or none record are only near each other. */
  readonly decides: boolean
  readonly sides: readonly number[]
}

/** Whether two names mean one thing. */
export function meansTheSame(a: Sense | undefined, b: Sense): boolean {
  if (a?.id !== b.id) return false
  return a.sides.length === 0 || b.sides.length === 0 || a.sides.some((side) => b.sides.includes(side))
}

/** Where among the records a form was found, and by which of its meanings. */
export interface Found {
  readonly recorded: Recorded
  readonly by: 'spelling' | 'core' | 'meaning'
  /** Words of more than one class led there, or whose paper it is was left out. */
  readonly composed?: boolean
}

/** The recorded names of a kind, its words and expressions: everything about reading that no list says. */
export interface RecordedNames {
  readonly language: Language
  readonly vocabulary: Vocabulary
  readonly byKey: ReadonlyMap<string, Recorded>
  readonly byCore: ReadonlyMap<string, Recorded>
  readonly byMeaning: ReadonlyMap<string, Recorded>
  /** The records that a class of words belongs to by itself, to find items by a word of a name that is not known as a whole. */
  readonly bySlot: ReadonlyMap<string, readonly Recorded[]>
  /** Characters that the words for one listed thing have in common, and those for others have not: 婚, 犬, 孕. */
  readonly telling: ReadonlySet<string>
}

/** A character tells of a thing if so many of its words have it, and those of no more than so many classes. */
const TELLING = { words: 3, classes: 3 }

function tellingOf(slots: Iterable<readonly string[]>): Set<string> {
  const classes = new Map<string, number>()
  const telling = new Set<string>()
  for (const words of slots) {
    const counts = new Map<string, number>()
    for (const word of words) for (const sign of new Set(key(word))) counts.set(sign, (counts.get(sign) ?? 0) + 1)
    for (const [sign, count] of counts) {
      classes.set(sign, (classes.get(sign) ?? 0) + 1)
      if (count >= TELLING.words) telling.add(sign)
    }
  }
  return new Set([...telling].filter((sign) => (classes.get(sign) as number) <= TELLING.classes))
}

const CAUTION = { elsewhere: 3, none: 2, ask: 1, same: 0 }

/** Of two records of one name the more cautious one holds. */
function keep(map: Map<string, Recorded>, at: string, recorded: Recorded): void {
  const known = map.get(at)
  if (known && CAUTION[known.record.reading] >= CAUTION[recorded.record.reading]) return
  map.set(at, recorded)
}

/** One sense for each listed thing, also where lists word it differently. */
function sensesOf(recorded: readonly RecordedName[]): (items: readonly string[]) => string {
  const senses = new Map<string, string>()
  for (const { reading, items } of recorded) {
    if (reading !== 'same') continue
    const sense = items.map((item) => senses.get(key(item))).find((known) => known !== undefined) ?? key(items[0] ?? '')
    for (const item of items) senses.set(key(item), sense)
  }
  return ([item = '']) => senses.get(key(item)) ?? key(item)
}

/** Indexes data/names/<kind>.json: once, when the data are loaded. */
export function indexRecords(file: Pick<RecordedNamesFile, 'wording' | 'slots' | 'recorded'>): RecordedNames {
  const vocabulary = vocabularyOf(file)
  const byKey = new Map<string, Recorded>()
  const byCore = new Map<string, Recorded>()
  const byMeaning = new Map<string, Recorded>()
  const bySlot = new Map<string, Recorded[]>()
  const senseOf = sensesOf(file.recorded)
  for (const [index, record] of file.recorded.entries()) {
    const items = record.items.map(key)
    const sense = record.reading === 'same' ? senseOf(record.items) : `record ${index}`
    for (const matched of record.names) {
      const recorded = { matched, record, sense, items }
      if (matched.includes('{')) {
        const meaning = meaningOfPattern(matched)
        keep(byMeaning, meaning, recorded)
        if (items.length > 0 && !meaning.includes('+')) bySlot.set(meaning, [...(bySlot.get(meaning) ?? []), recorded])
        continue
      }
      keep(byKey, key(matched), recorded)
      const rest = core(key(matched), vocabulary)
      if (rest !== '') keep(byCore, rest, recorded)
    }
  }
  // What lists print is a name of what it stands for, also for lists that print another.
  for (const record of file.recorded) {
    for (const matched of record.items) {
      const printed: RecordedName = { names: [matched], reading: 'same', items: [matched], grade: record.grade }
      const recorded = { matched, record: printed, sense: senseOf([matched]), items: [key(matched)] }
      if (!byKey.has(key(matched))) byKey.set(key(matched), recorded)
      const rest = core(key(matched), vocabulary)
      if (rest !== '' && !byCore.has(rest)) byCore.set(rest, recorded)
    }
  }
  const subjects = new Set(file.wording?.subjects)
  const matters = file.wording?.ends ? [...bySlot.keys()].filter((slot) => !subjects.has(slot)) : []
  const telling = tellingOf(matters.map((slot) => file.slots?.[slot] ?? []))
  return { language: languageOf(file.wording ?? {}, file.slots), vocabulary, byKey, byCore, byMeaning, bySlot, telling }
}

/** The record of a form: by its spelling, by its spelling without light words, by what its words mean. */
export function recordOf(text: string, records: RecordedNames): Found | undefined {
  const { language, vocabulary, byKey, byCore, byMeaning } = records
  const { required, leastLeft = 1 } = language.wording
  const spelled = byKey.get(text)
  if (spelled) return { recorded: spelled, by: 'spelling' }
  const isName = !required || required.some((word) => text.includes(word))
  if (isName) {
    const rest = core(text, vocabulary)
    const without = rest.length >= leastLeft ? byCore.get(rest) : undefined
    if (without) return { recorded: without, by: 'core' }
  }
  for (const [place, meaning] of meanings(text, vocabulary, language.wording).entries()) {
    const recorded = byMeaning.get(meaning)
    // 死亡 alone is not the name of a paper; 结婚证 is one, and known to be none of a village's.
    if (recorded && (isName || recorded.record.items.length === 0))
      return { recorded, by: 'meaning', composed: place > 0 || meaning.includes('+') }
  }
  return undefined
}

/** What a name means that is found with a record. */
export function senseWith({ sense, record }: Recorded, text: string, { language }: RecordedNames): Sense {
  const known = language.wording.sides?.[record.items[0] ?? ''] ?? []
  const sides = known.flatMap((words, side) => (words.some((word) => text.includes(word)) ? [side] : []))
  return { id: sense, sides, decides: record.reading === 'same' }
}

/** What a printed name means: the sense of the record that its fullest known form leads to. */
export function senseOf(name: string, records: RecordedNames): Sense | undefined {
  for (const { key: text, aside } of takeApart(plain(name), records.language).forms) {
    const found = aside === undefined ? recordOf(text, records) : undefined
    if (found) return senseWith(found.recorded, text, records)
  }
  return undefined
}
