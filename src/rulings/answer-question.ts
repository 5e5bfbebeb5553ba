import type { Snapshot } from '../catalogue/snapshot.ts'
import { hasVersionOn } from '../lists/bases.ts'
import type { Body, Language, Sentence } from '../lists/terms.ts'
import type { ItemRef, NameRecord, Reading } from '../names/index/reading.ts'
import { committeeNamed } from '../names/issuers/read-issuer.ts'
import { readName } from '../names/read/read-name.ts'
import type { Answer } from './answer.ts'
import { type Applicable, applicable, type Listed } from './applicable.ts'
import { remark } from './cite.ts'
import { consulted } from './consulted.ts'
import { issuerGiven, issuerOf } from './issuer.ts'
import { itemById } from './item-id.ts'
import { allowed, outcomeOf } from './outcome.ts'
import { replacedCode, replacedSentence } from './place.ts'
import { placeName } from './place-name.ts'
import type { Question } from './question.ts'
import { reason } from './reason.ts'
import { statutoryBoard } from './statutory-board.ts'

/** Answers one question from one snapshot. The same question, snapshot and language always give the same answer. */
export function answerQuestion(snapshot: Snapshot, asked: Question, language: Language): Answer {
  const { replaced, ...query } = asked
  const replacedRegion = replaced && replacedCode(snapshot, replaced, query.region)
  const { documents } = snapshot
  const { question, applies, reading, issuer } = readAsIssued(snapshot, query, language)
  const decided = reading.verdict === 'decided' ? reading : undefined
  const [first] = decided?.items ?? []
  const record = reading.verdict === 'ask' || reading.verdict === 'none' ? reading.record : undefined
  const statute = question.kind === 'signboard' ? statutoryBoard(snapshot, question, question.name) : undefined
  const binding = decided || statute ? undefined : bindsOthers(snapshot, question, language)
  const said = decided ? undefined : (binding ?? reasonOf(documents, record, question.on) ?? statute?.text)
  // In the order of the lists, whatever order the name was read in.
  const listed = decided
    ? applies.lists.flatMap((list) =>
        decided.items.filter((ref) => ref.list === list.id).map((ref) => applies.listed(list, ref, decided.matched)),
      )
    : []

  const outcome = outcomeOf({
    elsewhere: reading.verdict === 'none' && reading.elsewhere === true && reading.issuer?.reading !== 'other',
    issuer: issuer?.reading,
    verdict: reading.verdict,
    effects: listed.map(({ finding: { effect } }) => effect),
    silenceSpeaks: applies.silenceSpeaks,
  })
  const rule =
    outcome === 'not_listed' ? applies.defaultRule : outcome === 'conflicting' ? precedence(applies, listed) : undefined
  const findings = listed.map(({ list, finding }) => ({ finding, title: list.title }))
  const { closing, missing } = applies

  return {
    query,
    ...(replacedRegion ? { replacedRegion } : {}),
    outcome,
    allowed: allowed[outcome],
    reason: reason(
      {
        ...{ question, outcome, findings, rule, closing, missing, verdict: reading.verdict, issuer, remark: said },
        applying: applies.lists.length,
        where: () => placeAndCode(snapshot, question),
        place: replacedRegion && replacedSentence(replacedRegion),
      },
      language,
    ),
    issuer: issuer ?? null,
    match:
      decided && first
        ? { item: `${first.list}/${first.no}`, name: first.name, method: decided.method, matched: decided.matched }
        : null,
    findings: outcome === 'not_applicable' ? [] : listed.map((one) => one.finding),
    rule: rule ? remark(documents, rule, language, question) : null,
    law: [...(statute ? [remark(documents, statute, language, question)] : []), ...applies.law(outcome)],
    instead: decided ? listed.flatMap(({ instead }) => instead) : applies.remarks(record?.instead),
    candidates:
      reading.verdict === 'ask'
        ? reading.candidates.map(({ list, no, name, matched, score }) => ({
            item: `${list}/${no}`,
            name,
            matched,
            score,
          }))
        : [],
    consulted: consulted(
      applies.lists,
      listed.map(({ list }) => list),
    ),
    dataset: { version: snapshot.version },
  }
}

/**
 * A question with its name read. An issuer that is one kind of committee narrows the question to that kind: what binds residents' committees
 * only is no answer about what a 村委会 issues. It tells more than `body` does, which in a catalogue stands for all rows.
 */
function readAsIssued(snapshot: Snapshot, query: Question, language: Language) {
  const given = issuerGiven(query.issuer)
  const asBound = (body: Body | undefined) => {
    const question = body ? { ...query, body } : query
    const applies = applicable(snapshot, question, language)
    const reading = read(snapshot, question, applies)
    return { question, applies, reading, issuer: issuerOf(given, reading) }
  }
  const first = asBound((given && committeeNamed(given)) ?? query.body)
  const named = first.issuer && committeeNamed(first.issuer)
  return named && named !== first.question.body ? asBound(named) : first
}

/** Why a name is not decided, as far as the law that this speaks of is in force on the day, in whichever version. */
function reasonOf(documents: Snapshot['documents'], record: NameRecord | undefined, on: string): Sentence | undefined {
  const law = record?.source && documents.get(record.source.document)
  return law?.versions && !hasVersionOn(law, on) ? undefined : record?.reason
}

/** The rule for weighing lists against each other, if it speaks of all the lists that disagree. */
function precedence({ precedence: weighing }: Applicable, listed: readonly Listed[]) {
  return weighing && listed.every(({ list }) => weighing.lists.includes(list.id)) ? weighing : undefined
}

/** Reads the name, or the stable id of an item, against the lists that apply; only items in force on the day count. */
function read(snapshot: Snapshot, question: Question, applies: Applicable): Reading {
  const named = itemById(snapshot, question.kind, question.name)
  if (!named) {
    const scope = { lists: applies.names, records: snapshot.names[question.kind] }
    return readName(question.name, scope, (item) => applies.inForce(item))
  }
  return applies.inForce(named)
    ? { verdict: 'decided', items: [named], method: 'id', matched: `${named.list}/${named.no}` }
    : { verdict: 'none', record: { reason: notInForce(named.name, question, placeAndCode(snapshot, question)) } }
}

/** The committees that a question may be narrowed to. */
export const committees: Readonly<Record<Body, Sentence>> = {
  village: { zh: '村民委员会', en: "villagers' committees" },
  community: { zh: '居民委员会', en: "residents' committees" },
}

/** What was asked of one kind of committee may be known, and bind the other kind only: that is more than not to know it. */
function bindsOthers(snapshot: Snapshot, { body, ...both }: Question, language: Language): Sentence | undefined {
  if (!body) return undefined
  const reading = read(snapshot, both, applicable(snapshot, both, language))
  const asked = both.kind === 'signboard' ? statutoryBoard(snapshot, both, both.name)?.name : undefined
  const name = reading.verdict === 'decided' ? (reading.items[0] as ItemRef).name : asked
  if (name === undefined) return undefined
  return {
    zh: `“${name}”不约束${committees[body].zh}。`,
    en: `“${name}” does not bind ${committees[body].en}.`,
  }
}

/** An id names an item that exists; here its list does not reach the place, or it does not hold on the day. */
function notInForce(item: string, { name, on }: Question, place: Sentence): Sentence {
  return {
    zh: `${name}“${item}”在 ${on} 对${place.zh}不适用。`,
    en: `${name} “${item}” does not apply to ${place.en} on ${on}.`,
  }
}

function placeAndCode(snapshot: Snapshot, { region }: Question): Sentence {
  const name = placeName({ snapshot, region })
  return { zh: `${name}（${region}）`, en: `${name} (${region})` }
}
