import { holdsOn, type List, listsFor, type Snapshot } from '../catalogue/snapshot.ts'
import { readName } from '../names/read-name.ts'
import type { ItemRef, Reading } from '../names/reading.ts'
import type { Answer } from './answer.ts'
import { finding, remark } from './cite.ts'
import { consulted } from './consulted.ts'
import { isVillageIssuer } from './issuer.ts'
import { itemById } from './item-id.ts'
import type { Language } from './language.ts'
import { allowed, outcomeOf } from './outcome.ts'
import type { Question } from './question.ts'
import { reason } from './reason.ts'
import { ruleFor } from './rule-for.ts'

/** Answers one question from one snapshot. The same question, snapshot and language always give the same answer. */
export function answerQuestion(snapshot: Snapshot, question: Question, language: Language): Answer {
  const { documents } = snapshot
  const lists = listsFor(snapshot, question.kind, question.region, question.on)
  const reading = read(snapshot, question, lists)
  const decided = reading.verdict === 'decided' ? reading : undefined
  const [first] = decided?.items ?? []
  const record = reading.verdict === 'decided' ? undefined : reading.record

  const listed = lists.flatMap((list) =>
    (decided?.items ?? [])
      .filter((ref) => ref.list === list.id)
      .map(({ no }) => list.itemsByNo.get(no))
      .filter((item) => item !== undefined)
      .map((item) => ({ list, item, finding: finding(documents, list, item, language) })),
  )
  const defaultRule = ruleFor(snapshot, question, 'default')
  const closing = defaultRule?.lists.map((id) => snapshot.lists.get(id)).filter((list) => list !== undefined)
  const missing = (closing ?? lists).filter((list) => !speaksBySilence(list, question.on))

  const outcome = outcomeOf({
    otherIssuer: question.issuer !== undefined && !isVillageIssuer(question.issuer),
    verdict: reading.verdict,
    effects: listed.map(({ list }) => list.effect),
    silenceSpeaks: closing !== undefined && missing.length === 0,
  })
  const rule = outcome === 'not_listed' ? defaultRule : outcome === 'conflicting' ? precedence() : undefined
  const findings = listed.map(({ list, finding }) => ({ finding, title: list.title }))
  const instead = decided ? listed.flatMap(({ item }) => item.instead ?? []) : (record?.instead ?? [])

  return {
    query: question,
    outcome,
    allowed: allowed[outcome],
    reason: reason({ question, outcome, findings, rule, missing, remark: record?.reason }, language),
    match:
      decided && first
        ? { item: `${first.list}/${first.no}`, name: first.name, method: decided.method, matched: decided.matched }
        : null,
    findings: outcome === 'not_applicable' ? [] : listed.map((one) => one.finding),
    rule: rule ? remark(documents, rule, language) : null,
    instead: instead.filter((one) => holdsOn(one, question.on)).map((one) => remark(documents, one, language)),
    candidates:
      reading.verdict === 'ask'
        ? reading.candidates.map(({ list, no, name, score }) => ({ item: `${list}/${no}`, name, score }))
        : [],
    consulted: consulted(lists, new Set(listed.map(({ list }) => list.id))),
    dataset: { version: snapshot.version },
  }

  /** The rule for weighing lists against each other, if it speaks of all the lists that disagree. */
  function precedence() {
    const weighing = ruleFor(snapshot, question, 'precedence')
    return weighing && listed.every(({ list }) => weighing.lists.includes(list.id)) ? weighing : undefined
  }
}

function speaksBySilence(list: List, day: string): boolean {
  return list.completeness === 'complete' && holdsOn(list, day)
}

/** Reads the name, or the stable id of an item, against the lists that apply; only items in force on the day count. */
function read(snapshot: Snapshot, { kind, name, on }: Question, lists: readonly List[]): Reading {
  const inForce = ({ list, no }: ItemRef) => {
    const item = lists.find((one) => one.id === list)?.itemsByNo.get(no)
    return item !== undefined && holdsOn(item, on)
  }
  const named = itemById(snapshot, name)
  if (!named) {
    return readName(name, { lists: lists.map((list) => list.names), records: snapshot.names[kind] }, inForce)
  }
  return inForce(named)
    ? { verdict: 'decided', items: [named], method: 'id', matched: `${named.list}/${named.no}` }
    : { verdict: 'none' }
}
