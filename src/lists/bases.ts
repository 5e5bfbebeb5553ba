import type { Document, Version } from './document.ts'
import type { Basis, Body, Source } from './terms.ts'

type Documents = ReadonlyMap<string, Document>

/** Something with days of its own; an end not known does not limit it. */
export interface Dated {
  readonly from?: string
  readonly to?: string
}

/** Something that rests on a document or on versions of law, and may bind one kind of committee only. */
export interface Grounded extends Dated {
  readonly source?: Source
  readonly bases?: readonly Basis[]
  readonly body?: Body
}

/** When, and of which kind of committee, something is asked. */
export interface Moment {
  readonly on: string
  readonly body?: Body
}

/** Whether something dated holds on a day; both ends are days on which it holds. */
export function holdsOn({ from, to }: Dated, day: string): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to)
}

/** Whether a law is in force on a day, in whichever of its versions. */
export const hasVersionOn = (law: Document | undefined, day: string): boolean =>
  law?.versions?.some((version) => holdsOn(version, day)) === true

/** The version of a law that is cited; undefined for what has no versions. */
export function versionOf(documents: Documents, { document, version }: Source): Version | undefined {
  return version === undefined ? undefined : documents.get(document)?.versions?.find(({ date }) => date === version)
}

/** The days on which what a source cites is in force: those of its version, and its own within them. */
export function daysInForce(documents: Documents, source: Source & Dated): Dated {
  return within(versionOf(documents, source) ?? {}, source)
}

/** Whether what a source says is in force on a day: other instruments than law have no versions, and no days by this. */
export function isInForce(documents: Documents, source: Source, day: string): boolean {
  return holdsOn(daysInForce(documents, source), day)
}

/** What something rests on, whatever the day. */
export function basesOf({ source, bases }: Grounded): readonly Basis[] {
  return bases ?? (source ? [source] : [])
}

/** Whom something binds by one of its bases; undefined is both kinds of committee. */
const bodyOf = ({ body }: Grounded, basis: Basis | undefined): Body | undefined => basis?.body ?? body

/**
 * The bases that are in force at a moment and bind whom it is asked of. Those of the document that is named first come first, whenever its
 * versions were adopted: what is cited stays the same law.
 */
export function basesAt(documents: Documents, grounded: Grounded, { on, body }: Moment): readonly Basis[] {
  const all = basesOf(grounded)
  const rank = ({ document }: Basis) => all.findIndex((basis) => basis.document === document)
  return all
    .filter((basis) => isInForce(documents, basis, on) && binds(bodyOf(grounded, basis), body))
    .sort((a, b) => rank(a) - rank(b))
}

/**
 * Whom something binds on a day by all that it rests on then; undefined is both kinds of committee: law of villages and law of residents'
 * committees may say the same.
 */
export function boundOn(documents: Documents, grounded: Grounded, on: string): Body | undefined {
  const bound = new Set(basesAt(documents, grounded, { on }).map((basis) => bodyOf(grounded, basis)))
  return bound.size === 1 ? [...bound][0] : bound.size === 0 ? grounded.body : undefined
}

const binds = (bound: Body | undefined, asked: Body | undefined) =>
  bound === undefined || asked === undefined || bound === asked

/** Whether something holds at a moment: by its own days, by the days of the versions it rests on, and for whom it is asked of. */
export function holdsAt(documents: Documents, grounded: Grounded, moment: Moment): boolean {
  if (!holdsOn(grounded, moment.on)) return false
  if (basesOf(grounded).length === 0) return binds(grounded.body, moment.body)
  return basesAt(documents, grounded, moment).length > 0
}

/** The first and the last day on which something holds, as far as its own days and those of the versions it rests on tell. */
export function daysOf(documents: Documents, grounded: Grounded): Dated {
  const spans = basesOf(grounded).map((basis) => daysInForce(documents, basis))
  const from = spans.map((span) => span.from ?? '').sort()[0]
  const to = spans
    .map((span) => span.to ?? unending)
    .sort()
    .at(-1)
  return within({ ...(from ? { from } : {}), ...(to && to !== unending ? { to } : {}) }, grounded)
}

/** After every day. */
const unending = '~'

/** The days that two spans have in common. */
function within(one: Dated, other: Dated): Dated {
  const from = [one.from ?? '', other.from ?? ''].sort()[1]
  const to = [one.to ?? unending, other.to ?? unending].sort()[0]
  return { ...(from ? { from } : {}), ...(to === unending || to === undefined ? {} : { to }) }
}
