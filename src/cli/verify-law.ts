import { readSource } from '../catalogue/read-source.ts'
import { type Lapsed, type LawReview, reviewLaw } from '../catalogue/review-law.ts'
import { daysBefore, shanghaiDay } from '../lists/days.ts'
import type { Document } from '../lists/document.ts'
import type { Language } from '../lists/terms.ts'
import { LAW } from './command-words.ts'
import { locationOf } from './location-of.ts'
import type { LocationFlags } from './location-options.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'

export interface VerifyFlags extends LocationFlags {
  readonly law?: boolean
  readonly since?: string
  readonly on?: string
}

/** A law is looked at once a quarter. */
const quarter = 90

/** Prints what a legal editor has to look at. */
export async function verifyLaw(
  { since, on = shanghaiDay(Date.now()), ...flags }: VerifyFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { data } = await readSource(locationOf(flags, terminal.environment))
  const first = since ?? daysBefore(on, quarter)
  for (const line of lines(reviewLaw(data, on, first), terminal.language, first)) terminal.out(`${line}\n`)
  return EXIT.ok
}

function lines({ stale, changing, lapsed }: LawReview, language: Language, since: string): string[] {
  const [colon, semicolon] = language === 'zh' ? ['：', '；'] : [': ', '; ']
  const named = ({ id, title }: Document, said: string) => `  - 《${title}》 ${id}${colon}${said}`
  const outlook = ({ successor, outlook: words }: Document) =>
    [successor && `→ ${successor}`, words?.[language]].filter((one) => one !== undefined).join(semicolon)
  return [
    LAW.stale(stale.length, since)[language],
    ...stale.map((document) => named(document, document.reviewed ?? LAW.never[language])),
    LAW.changing(changing.length)[language],
    ...changing.map((document) => named(document, outlook(document))),
    LAW.lapsed(lapsed.length)[language],
    ...lapsed.map((one) => `  - ${one.place} ${one.name}${colon}${lapse(one)[language]}`),
  ]
}

function lapse({ to, from, law }: Lapsed) {
  if (law) return LAW.lost(law)
  if (to) return LAW.ended(to)
  return from ? LAW.begins(from) : LAW.between
}
