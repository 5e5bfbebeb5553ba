import type { List, Snapshot } from '../catalogue/snapshot.ts'
import { basesAt, basesOf, boundOn, daysInForce, type Grounded, isInForce, type Moment } from '../lists/bases.ts'
import type { Alternative, Exception, Item } from '../lists/list.ts'
import type { Rule } from '../lists/rule.ts'
import type { StatutoryBoard } from '../lists/statutory-board.ts'
import type { Basis, Effect, Grade, Language, Source } from '../lists/terms.ts'
import type { Citation, Finding, Remark } from './answer.ts'

type Documents = Snapshot['documents']

/** Spells out a source, so that an answer can be filed without looking anything up. */
export function cite(documents: Documents, source: Source, grade: Grade): Citation {
  const document = documents.get(source.document)
  if (!document) throw new Error(`No document ${source.document}: the data check lets none through`)
  const { from, to } = daysInForce(documents, source)
  return {
    document: document.title,
    documentId: document.id,
    number: document.number ?? null,
    issuer: document.issuer ?? null,
    version: source.version ?? null,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    clause: source.clause ?? null,
    grade,
  }
}

/** A sourced sentence of the data in the caller's language, with what it rests on at the moment spelled out. */
export function remark(
  documents: Documents,
  said: Exception | Alternative | Rule | StatutoryBoard,
  language: Language,
  moment: Moment,
): Remark {
  const [citation, ...also] = basesThen(documents, said, moment).map((basis) => cite(documents, basis, said.grade))
  return { text: said.text[language], citation: citation as Citation, ...(also.length > 0 ? { also } : {}) }
}

/** The bases of a moment; where there is none, as in a list that shows all of its items, the newest. */
function basesThen(documents: Documents, grounded: Grounded, moment: Moment): readonly Basis[] {
  const then = basesAt(documents, grounded, moment)
  return then.length > 0 ? then : basesOf(grounded).slice(-1)
}

const ownEffect = (list: List, item: Item): Effect => item.effect ?? list.effect

/** What it means at a moment to be this item of the list: a version of law may make a duty of what was assistance before. */
export function effectAt(documents: Documents, list: List, item: Item, moment: Moment): Effect {
  return basesAt(documents, item, moment)[0]?.effect ?? ownEffect(list, item)
}

/**
 * What a listed item says at a moment, with its citation: the article of that day, and what else is in force beside it. An item
 * without a source of its own rests on its list's.
 */
export function finding(documents: Documents, list: List, item: Item, language: Language, moment: Moment): Finding {
  const grade = item.grade ?? list.grade
  const [basis, ...others] = basesThen(documents, item, moment)
  const body = boundOn(documents, item, moment.on)
  return {
    item: `${list.id}/${item.no}`,
    name: item.name,
    effect: basis?.effect ?? ownEffect(list, item),
    ...(body ? { body } : {}),
    exceptions: (item.exceptions ?? [])
      .filter(({ source }) => isInForce(documents, source, moment.on))
      .map((exception) => remark(documents, exception, language, moment)),
    ...(item.guide ? { guide: item.guide } : {}),
    ...(item.board ? { board: item.board } : {}),
    ...(item.note ? { note: item.note[language] } : {}),
    citation: { ...cite(documents, basis ?? list.source, grade), list: list.id, no: item.no },
    ...(others.length > 0 ? { also: others.map((other) => cite(documents, other, grade)) } : {}),
  }
}
