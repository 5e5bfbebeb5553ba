import type { Wording } from '../../lists/recorded-name.ts'

/**
 * A board's name without the place before it: 中共宜昌市夷陵区某镇某村支部委员会 → 中共村支部委员会, ××村村民委员会 → 村民委员会.
 * A village's own place ends in 村; no gazetteer is needed. A township, a county, a school, the youth league or a body whose
 * village is missing (柳湖镇村民委员会) keeps its place, so that it is not taken for the village's. So does one whose 村 is no
 * village's (驻村党支部, 度假村党支部, 撤销村民委员会).
 */
export function withoutPlace(text: string, places: NonNullable<Wording['places']>): string | undefined {
  const party = places.party.find((word) => text.startsWith(word))
  const rest = party ? text.slice(party.length) : text
  const at = rest.lastIndexOf('村')
  if (at < 1) return undefined
  const place = rest.slice(0, at)
  if (places.otherBodies.some((body) => place.includes(body))) return undefined
  if (places.upper.some((level) => place.endsWith(level))) return undefined
  if (isNoPlace(place, places)) return undefined
  const tail = rest.slice(at)
  if (tail.length < 2) return undefined
  return party ? `${places.party[0]}${tail}` : tail
}

/** Whether what stands before 村 is no village's name. The name itself is what follows the last township, county or city. */
function isNoPlace(place: string, { upper, notPlace = {} }: NonNullable<Wording['places']>): boolean {
  const { whole = [], starts = [], ends = [], anywhere = [] } = notPlace
  const from = Math.max(
    ...upper.map((level) => (place.includes(level) ? place.lastIndexOf(level) + level.length : 0)),
    0,
  )
  const own = place.slice(from)
  return (
    whole.includes(own) ||
    starts.some((word) => place.startsWith(word) || own.startsWith(word)) ||
    ends.some((word) => own.endsWith(word)) ||
    anywhere.some((word) => own.includes(word))
  )
}
