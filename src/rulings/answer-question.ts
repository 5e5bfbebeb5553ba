import { type List, type Snapshot, holdsOn, listsFor, regionChain } from '../catalogue/snapshot.ts'
import { readName } from '../names/read-name.ts'
import type { ItemRef, Reading } from '../names/reading.ts'
import type { Rule } from '../catalogue/files/rule.ts'
import type { Alternative } from '../catalogue/files/list.ts'
import type { Answer, Outcome } from './answer.ts'
import { finding, remark } from './cite.ts'
import { isVillageIssuer } from './issuer.ts'
import { itemById } from './item-id.ts'
import type { Language } from './language.ts'
import { allowed, outcomeOf, outcomeOfSilence } from './outcome.ts'
import type { Question } from './question.ts'
import { reason } from './reason.ts'

/** Answers one question from one snapshot. The same question, snapshot and language always give the same answer. */
export function answerQuestion(snapshot: Snapshot, question: Question, language: Language): Answer {
  const { kind, region, on } = question
  const lists = listsFor(snapshot, kind, region, on)
  const listOf = new Map(lists.map((list) => [list.id, list]))
  const itemOf = ({ list, no }: ItemRef) => listOf.get(list)?.itemsByNo.get(no)
  const inForce = (ref: ItemRef) => {
    const item = itemOf(ref)
    return item !== undefined && holdsOn(item, on)
  }

  const byId = itemById(snapshot, question.name)
  const reading = byId
    ? readId(byId, inForce)
    : readName(question.name, lists.map((list) => list.names), inForce)
  const matched = reading.verdict === 'decided' ? reading.items : []
  const record = reading.verdict === 'decided' ? undefined : reading.record

  const findings = matched.flatMap((ref) => {
    const list = listOf.get(ref.list)
    const item = itemOf(ref)
    return list && item ? [finding(snapshot.documents, list, item, language)] : []
  })
  const defaultRule = ruleFor(snapshot, question, 'default')
  const closing = defaultRule?.lists.map((id) => snapshot.lists.get(id)).filter((list) => list !== undefined)

  const outcome = decideOutcome()
  const applies = outcome !== 'not_applicable'
  const rule = { not_listed: defaultRule, conflicting: ruleFor(snapshot, question, 'precedence') }[outcome as string]
  const alternatives: readonly Alternative[] =
    reading.verdict === 'decided' ? matched.flatMap((ref) => itemOf(ref)?.instead ?? []) : (record?.instead ?? [])
  const [first] = matched

  return {
    query: { ...question },
    outcome,
    allowed: allowed[outcome],
    reason: reason(
      {
        question,
        outcome,
        findings,
        rule,
        missing: missingFrom(closing),
        remark: record?.reason,
      },
      language,
    ),
    match:
      reading.verdict === 'decided' && first
        ? { item: `${first.list}/${first.no}`, name: first.name, method: reading.method, matched: reading.matched }
        : null,
    findings: applies ? findings : [],
    rule: rule ? remark(snapshot.documents, rule, language) : null,
    instead: alternatives
      .filter((alternative) => holdsOn(alternative, on))
      .map((alternative) => remark(snapshot.documents, alternative, language)),
    candidates:
      reading.verdict === 'ask'
        ? reading.candidates.map(({ list, no, name, score }) => ({ item: `${list}/${no}`, name, score }))
        : [],
    consulted: lists.map((list) => ({
      list: list.id,
      title: list.title,
      completeness: list.completeness,
      grade: list.grade,
      items: list.items.length,
      matched: matched.some((ref) => ref.list === list.id),
    })),
    dataset: { version: snapshot.version },
  }

  function decideOutcome(): Outcome {
    if (question.issuer !== undefined && !isVillageIssuer(question.issuer)) return 'not_applicable'
    if (reading.verdict === 'decided') return outcomeOf(findings.map((found) => found.effect))
    return outcomeOfSilence(
      reading,
      closing?.map((list) => (holdsOn(list, on) ? list.completeness : 'absent')),
    )
  }
}

/** A stable id decides as a name does, but only an item in force at the place and on the day. */
function readId(ref: ItemRef, inForce: (ref: ItemRef) => boolean): Reading {
  if (!inForce(ref)) return { verdict: 'none' }
  return { verdict: 'decided', items: [ref], method: 'id', matched: `${ref.list}/${ref.no}` }
}

/** The rule of a purpose that holds at the place and on the day: the one of the nearest region. */
function ruleFor(snapshot: Snapshot, { kind, region, on }: Question, purpose: Rule['purpose']): Rule | undefined {
  const rules = snapshot.rules.filter((rule) => rule.kind === kind && rule.purpose === purpose && holdsOn(rule, on))
  return regionChain(snapshot, region)
    .map((code) => rules.find((rule) => rule.region === code))
    .find((rule) => rule !== undefined)
}

function missingFrom(closing: readonly List[] | undefined): List[] {
  return (closing ?? []).filter((list) => list.completeness !== 'complete')
}
