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

/** Where among the records a form was found, and by which of its meanings. */
export interface Found {
  readonly recorded: Recorded
  readonly by: 'spelling' | 'core' | 'meaning'
  /** The classes of its words, where they led there. */
  readonly meaning?: string
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
}

const CAUTION = { elsewhere: 3, none: 2, ask: 1, same: 0 }

/** Of two records of one name the more cautious one holds. */
function keep(map: Map<string, Recorded>, at: string, recorded: Recorded): void {
  const known = map.get(at)
  if (known && CAUTION[known.record.reading] >= CAUTION[recorded.record.reading]) return
  map.set(at, recorded)
}

/** One sense for each listed thing, also where lists word it differently. */
function sensesOf(recorded: readonly RecordedName[]): (items: readonly string[], index: number) => string {
  const senses = new Map<string, string>()
  for (const { reading, items } of recorded) {
    if (reading !== 'same') continue
    const sense = items.map((item) => senses.get(key(item))).find((known) => known !== undefined) ?? key(items[0] ?? '')
    for (const item of items) senses.set(key(item), sense)
  }
  return (items, index) => senses.get(key(items[0] ?? '')) ?? `record ${index}`
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
    const sense = record.reading === 'same' ? senseOf(record.items, index) : `record ${index}`
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
  for (const [index, record] of file.recorded.entries()) {
    if (record.reading !== 'same') continue
    for (const matched of record.items) {
      const recorded = { matched, record, sense: senseOf(record.items, index), items: record.items.map(key) }
      if (!byKey.has(key(matched))) byKey.set(key(matched), recorded)
      const rest = core(key(matched), vocabulary)
      if (rest !== '' && !byCore.has(rest)) byCore.set(rest, recorded)
    }
  }
  return { language: languageOf(file.wording ?? {}, file.slots), vocabulary, byKey, byCore, byMeaning, bySlot }
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
  for (const meaning of meanings(text, vocabulary, language.wording)) {
    const recorded = byMeaning.get(meaning)
    // 死亡 alone is not the name of a paper; 结婚证 is one, and known to be none of a village's.
    if (recorded && (isName || recorded.record.items.length === 0)) return { recorded, by: 'meaning', meaning }
  }
  return undefined
}

/** What a printed name means: the sense of the record that its fullest known form leads to. */
export function senseOf(name: string, records: RecordedNames): string | undefined {
  for (const { key: text, aside } of takeApart(plain(name), records.language).forms) {
    const found = aside === undefined ? recordOf(text, records) : undefined
    if (found) return found.recorded.sense
  }
  return undefined
}
