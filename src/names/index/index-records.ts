import type { RecordedName, RecordedNamesFile } from '../../lists/recorded-name.ts'
import { key } from '../normalise/plain.ts'
import { type Language, languageOf } from '../normalise/wording.ts'
import { GramIndex } from './gram-index.ts'
import { meaningOfPattern } from './meaning.ts'
import { PackedTexts } from './packed-texts.ts'
import { core } from './segment.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

/** A recorded name as written in data/names, and the record it belongs to. */
export interface Recorded {
  readonly matched: string
  readonly record: RecordedName
  /** The names of the record's items as they are compared. */
  readonly items: readonly string[]
}

/** The recorded names of a kind, its words and expressions: everything about reading that no list says. */
export interface RecordedNames {
  readonly language: Language
  readonly vocabulary: Vocabulary
  readonly byKey: ReadonlyMap<string, Recorded>
  readonly byCore: ReadonlyMap<string, Recorded>
  readonly byMeaning: ReadonlyMap<string, Recorded>
  /** The wordings of same- and ask-records, to find items by a name that nobody printed. */
  readonly hints: GramIndex
  readonly hinted: readonly Recorded[]
}

const CAUTION = { elsewhere: 3, none: 2, ask: 1, same: 0 }

/** Of two records of one name the more cautious one holds. */
function keep(map: Map<string, Recorded>, at: string, recorded: Recorded): void {
  const known = map.get(at)
  if (known && CAUTION[known.record.reading] >= CAUTION[recorded.record.reading]) return
  map.set(at, recorded)
}

/** Indexes data/names/<kind>.json: once, when the data are loaded. */
export function indexRecords(file: Pick<RecordedNamesFile, 'wording' | 'slots' | 'recorded'>): RecordedNames {
  const vocabulary = vocabularyOf(file)
  const byKey = new Map<string, Recorded>()
  const byCore = new Map<string, Recorded>()
  const byMeaning = new Map<string, Recorded>()
  const hints = new Map<string, Recorded>()
  const hint = (text: string, recorded: Recorded) => {
    if (recorded.record.items.length > 0 && text !== '' && !hints.has(text)) hints.set(text, recorded)
  }
  for (const record of file.recorded) {
    const items = record.items.map(key)
    for (const matched of record.names) {
      const recorded = { matched, record, items }
      if (matched.includes('{')) {
        const meaning = meaningOfPattern(matched)
        keep(byMeaning, meaning, recorded)
        for (const word of file.slots?.[meaning] ?? []) hint(core(key(word), vocabulary), recorded)
        continue
      }
      const text = key(matched)
      keep(byKey, text, recorded)
      const rest = core(text, vocabulary)
      if (rest !== '') keep(byCore, rest, recorded)
      hint(rest, recorded)
    }
  }
  return {
    language: languageOf(file.wording ?? {}, file.slots),
    vocabulary,
    byKey,
    byCore,
    byMeaning,
    hints: new GramIndex(new PackedTexts([...hints.keys()])),
    hinted: [...hints.values()],
  }
}
