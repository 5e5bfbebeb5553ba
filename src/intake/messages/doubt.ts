import type { Said } from '../../documents/message.ts'
import { short } from '../../documents/messages/at-place.ts'
import { keyOf, type Place, placeWords } from '../../documents/place-in-file.ts'
import type { Sentence } from '../../lists/terms.ts'

/** One answer to a doubt: in words, and as the option that gives it. `value` is absent where the option is a mere switch. */
export interface Way extends Sentence {
  readonly option: string
  readonly value?: string
}

/** What stops an import until a person answers. Doubts of one code differ in place and text only, so that many become one sentence. */
export interface Doubt extends Said {
  readonly what: Sentence
  readonly ways: readonly Way[]
  readonly place?: Place
  /** The text in question. */
  readonly text?: string
}

const COLON = { zh: '：', en: ': ' }

/** An answer as a person types it. */
const wayWords = (way: Way, language: keyof Sentence): string =>
  `${way[language]}${COLON[language]}${way.option}${way.value === undefined ? '' : ` ${way.value}`}`

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** Makes a doubt. `what` says what is wrong without place and text. */
export function doubt(
  code: string,
  at: { readonly place?: Place | undefined; readonly text?: string | undefined },
  zh: string,
  en: string,
  ways: readonly Way[] = [],
): Doubt {
  const { place, text } = at
  const where = place && placeWords(place)
  const quoted = text === undefined ? undefined : short(text)
  const all = (language: keyof Sentence) =>
    ways.map((way) => wayWords(way, language)).join(language === 'zh' ? '；' : '; ')
  return {
    code,
    zh: `${where ? `${where.zh}：` : ''}${zh}${quoted === undefined ? '' : `（“${quoted}”）`}。${ways.length > 0 ? `${all('zh')}。` : ''}`,
    en: `${where ? `${where.en}: ` : ''}${en}${quoted === undefined ? '' : ` ("${quoted}")`}.${ways.length > 0 ? ` ${capital(all('en'))}.` : ''}`,
    what: { zh, en },
    ways,
    ...(place ? { place } : {}),
    ...(quoted === undefined ? {} : { text: quoted }),
  }
}

/** The rows that a place covers, as options name them. */
const rows = (place: Place): string => `${keyOf(place)}${place.lastRow === undefined ? '' : `-R${place.lastRow}`}`

/** The answers that most doubts have. */
export const skip = (place: Place, zh = '不读', en = 'to leave it out'): Way => ({
  zh,
  en,
  option: '--skip-row',
  value: rows(place),
})
export const keep = (place: Place, zh = '照读', en = 'to read it as it is'): Way => ({
  zh,
  en,
  option: '--keep-row',
  value: keyOf(place),
})
export const flag = (option: string, zh: string, en: string, value?: string): Way => ({
  zh,
  en,
  option,
  ...(value === undefined ? {} : { value }),
})
