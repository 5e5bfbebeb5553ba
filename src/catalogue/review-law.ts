import { basesOf, daysInForce, daysOf, type Grounded, hasVersionOn, isInForce } from '../lists/bases.ts'
import type { DataSet } from '../lists/data-set.ts'
import type { Document } from '../lists/document.ts'
import type { Basis } from '../lists/terms.ts'

/** Something that rests on law of which no version is in force, with its last day, or its first where that is to come. */
export interface Lapsed {
  readonly place: string
  readonly name: string
  readonly to?: string
  readonly from?: string
  /** The law that is in force in a version on which nothing rests any more, though other law still carries it. */
  readonly law?: string
}

/** What a legal editor has to look at. */
export interface LawReview {
  /** Laws whose citations were last held against the text before the given day, or never. */
  readonly stale: readonly Document[]
  /** Laws that are said to have a successor, or to be about to change. */
  readonly changing: readonly Document[]
  readonly lapsed: readonly Lapsed[]
}

/** Laws that carried something in an earlier version, and are in force on the day in one that it does not rest on. */
function lostLaws(documents: ReadonlyMap<string, Document>, bases: readonly Basis[], on: string): string[] {
  const before = new Set(
    bases.filter((basis) => (daysInForce(documents, basis).to ?? on) < on).map(({ document }) => document),
  )
  return [...before].filter(
    (law) =>
      hasVersionOn(documents.get(law), on) &&
      !bases.some((basis) => basis.document === law && isInForce(documents, basis, on)),
  )
}

/** Reads the data for what law may have overtaken on a day. `since` is the day since when each law should have been reviewed. */
export function reviewLaw({ documents, lists, rules, statutoryBoards }: DataSet, on: string, since: string): LawReview {
  const laws = documents.filter(({ versions }) => versions !== undefined)
  const known = new Map(documents.map((document) => [document.id, document]))
  const lapsed = (place: string, name: string, grounded: Grounded): Lapsed[] => {
    const bases = basesOf(grounded)
    if (bases.length === 0) return []
    if (bases.some((basis) => isInForce(known, basis, on)))
      return lostLaws(known, bases, on).map((law) => ({ place, name, law }))
    const { from, to } = daysOf(known, grounded)
    return [{ place, name, ...(to && to < on ? { to } : {}), ...(from && from > on ? { from } : {}) }]
  }
  return {
    stale: laws.filter(
      ({ reviewed, versions = [] }) =>
        (reviewed === undefined || reviewed < since) && versions.some(({ to }) => to === undefined || to >= on),
    ),
    changing: laws.filter((law) => law.outlook !== undefined || (law.successor !== undefined && hasVersionOn(law, on))),
    lapsed: [
      ...lists.flatMap(({ id, items }) =>
        items.flatMap((item) => [
          ...lapsed(`${id}/${item.no}`, item.name, item),
          ...(item.instead ?? []).flatMap((one) => lapsed(`${id}/${item.no} instead`, one.text.zh, one)),
          ...(item.exceptions ?? []).flatMap((one) => lapsed(`${id}/${item.no} exceptions`, one.text.zh, one)),
        ]),
      ),
      ...rules.flatMap((rule) => lapsed('rules.json', rule.id, rule)),
      ...statutoryBoards.flatMap((board) => lapsed('statutory-boards.json', board.name, board)),
    ],
  }
}
