import { openCatalogue } from '../catalogue/read-snapshot.ts'
import type { List, Snapshot } from '../catalogue/snapshot.ts'
import { Refusal } from '../documents/message.ts'
import { kindWords } from '../intake/messages/place-messages.ts'
import { shanghaiDay } from '../lists/days.ts'
import type { Language } from '../lists/terms.ts'
import { completeness } from '../reports/list-state.ts'
import { findRegions } from '../rulings/find-regions.ts'
import { placeAsked } from '../rulings/place.ts'
import { placeName } from '../rulings/place-name.ts'
import { type KindState, placeState, placesWithLists } from '../rulings/place-states.ts'
import { locationOf } from './location-of.ts'
import type { LocationFlags } from './location-options.ts'
import { PLACES } from './places-words.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'

export interface PlacesFlags extends LocationFlags {
  readonly on?: string
}

/** The codes of what was typed: all places that it fits best, for none is chosen for whoever asks. */
function codesOf(snapshot: Snapshot, typed: string): string[] {
  const place = placeAsked(snapshot, typed)
  if (!('refused' in place)) return [place.region]
  const [best = []] = findRegions(snapshot, typed)
  if (best.length === 0) throw new Refusal(PLACES.unknown(typed))
  return best.map(({ code }) => code)
}

function listLine(snapshot: Snapshot, list: List, at: string, language: Language): string {
  const of = list.region === at ? [] : [PLACES.from(placeName({ snapshot, region: list.region }))[language]]
  const words = [completeness[list.completeness][language], PLACES.items(list.size)[language], ...of]
  return `    ${list.id}  ${words.join(language === 'zh' ? '，' : ', ')}`
}

function kindLines(
  snapshot: Snapshot,
  { kind, lists, rule, words }: KindState,
  at: string,
  language: Language,
): string[] {
  const colon = language === 'zh' ? '：' : ': '
  return [
    `  ${kindWords[kind][language]}${colon}${words[language]}`,
    ...lists.map((list) => listLine(snapshot, list, at, language)),
    ...(rule ? [`    ${PLACES.rule[language]} ${rule.id}${colon}${rule.text[language]}`] : []),
  ]
}

/** qingdan places: what is complete at each place, what is missing, and what a question gets there. */
export async function showPlaces(places: readonly string[], flags: PlacesFlags, terminal: Terminal): Promise<ExitCode> {
  const { language, environment } = terminal
  const snapshot = await openCatalogue(locationOf(flags, environment))
  const codes = places.length > 0 ? places.flatMap((typed) => codesOf(snapshot, typed)) : placesWithLists(snapshot)
  const on = flags.on ?? shanghaiDay(Date.now())
  const lines = codes.flatMap((code) => {
    const { place, kinds } = placeState(snapshot, code, on)
    return [`${place} ${code}`, ...kinds.flatMap((state) => kindLines(snapshot, state, code, language))]
  })
  terminal.out(`${lines.join('\n')}\n`)
  return EXIT.ok
}
