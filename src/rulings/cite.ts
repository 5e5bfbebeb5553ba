import type { List, Snapshot } from '../catalogue/snapshot.ts'
import type { Alternative, Exception, Item } from '../lists/list.ts'
import type { Rule } from '../lists/rule.ts'
import type { Grade, Language, Source } from '../lists/terms.ts'
import { key } from '../names/normalise/plain.ts'
import type { Citation, Finding, Remark } from './answer.ts'

type Documents = Snapshot['documents']

/** Spells out a source, so that an answer can be filed without looking anything up. */
export function cite(documents: Documents, source: Source, grade: Grade): Citation {
  const document = documents.get(source.document)
  if (!document) throw new Error(`No document ${source.document}: the data check lets none through`)
  return {
    document: document.title,
    documentId: document.id,
    number: document.number ?? null,
    issuer: document.issuer ?? null,
    version: document.version ?? null,
    clause: source.clause ?? null,
    grade,
  }
}

/** A sourced sentence of the data in the caller's language, with its source spelled out. */
export function remark(documents: Documents, said: Exception | Alternative | Rule, language: Language): Remark {
  return { text: said.text[language], citation: cite(documents, said.source, said.grade) }
}

/** What a listed item says, with its citation and, where it was recognised by a name in its brackets, that name. An item without a source of its own rests on its list's. */
export function finding(documents: Documents, list: List, item: Item, language: Language, matched?: string): Finding {
  const subName = matched === undefined ? undefined : item.subNames?.find((name) => key(name) === key(matched))
  const citation = cite(documents, item.source ?? list.source, item.grade ?? list.grade)
  return {
    item: `${list.id}/${item.no}`,
    name: item.name,
    ...(subName === undefined ? {} : { subName }),
    effect: list.effect,
    exceptions: (item.exceptions ?? []).map((exception) => remark(documents, exception, language)),
    ...(item.guide ? { guide: item.guide } : {}),
    ...(item.board ? { board: item.board } : {}),
    ...(item.note ? { note: item.note[language] } : {}),
    citation: { ...citation, list: list.id, no: item.no },
  }
}
