import type { AnnexDocument } from '../../documents/blocks.ts'
import { wholeDay } from '../../lists/days.ts'
import type { Document } from '../../lists/document.ts'
import type { ListFile } from '../../lists/list.ts'
import type { Region } from '../../lists/region.ts'
import { Effect, effectsOf, type Kind } from '../../lists/terms.ts'
import { Findings } from '../findings.ts'
import * as words from '../messages/place-messages.ts'
import { partOf } from '../part-of.ts'
import { foreignPlace } from './foreign-place.ts'
import { type Fact, type Facts, type FactsRead, factsIn } from './printed-facts.ts'

/** What a person says of a list that the file does not print. */
export interface Given {
  readonly kind?: Kind | undefined
  readonly effect?: Effect | undefined
  readonly title?: string | undefined
  readonly number?: string | undefined
  readonly issuer?: string | undefined
  /** 印发日期; `unknown` where nobody knows it. */
  readonly issued?: string | undefined
  readonly from?: string | undefined
  readonly id?: string | undefined
}

/** For which place, and beside what. */
export interface Around {
  readonly place: readonly [Region, ...Region[]]
  readonly lists: readonly ListFile[]
  readonly documents: readonly Document[]
  readonly file: string
  readonly given: Given
}

/** A list of a place as a file makes it: where it does not exist yet, without items. */
export interface NewList {
  readonly facts: Facts
  readonly list: ListFile
  readonly document: Document
}

const NAMES: Readonly<Record<Kind, string>> = { certificate: 'certificates', signboard: 'signboards', task: 'tasks' }
const EFFECTS: Readonly<Record<Effect, string>> = {
  prohibits: 'prohibited',
  permits: 'permitted',
  own_duty: 'own',
  assists: 'assisted',
}

/** 420506-prohibited-certificates */
const idOf = (code: string, kind: Kind, effect: Effect): string => `${code}-${EFFECTS[effect]}-${NAMES[kind]}`

/** What a person gives goes before what is printed, and has no place in the file. */
function told(printed: Facts, given: Given): Facts {
  const { id: _, ...fields } = given
  const said = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]): [string, Fact] => [field, { value: value as string }])
  return { ...printed, ...Object.fromEntries(said) }
}

/** The first day: the one that the file or a person says, else the day of issue. */
export const firstDay = ({ from, issued }: Facts): string | undefined => from?.value ?? wholeDay(issued?.value)

/** Asks for everything that a list needs and that neither the file nor a person says. */
function askFor(facts: Facts, findings: Findings): void {
  const { doubts } = findings
  if (!facts.title) doubts.push(words.noTitle())
  if (!facts.kind) doubts.push(words.noKind(facts.title?.value))
  const possible = facts.kind ? effectsOf[facts.kind.value] : Effect.enum
  if (!facts.effect) doubts.push(words.noEffect(facts.title?.value, possible))
  else if (!possible.includes(facts.effect.value)) doubts.push(words.wrongEffect(possible))
  if (!facts.issuer) doubts.push(words.noIssuer())
  if (!facts.issued) doubts.push(words.noDate())
  else if (/^\d{4}-\d{2}$/.test(facts.issued.value) && !facts.from) doubts.push(words.monthOnly(facts.issued.value))
}

const held = ({ id, title }: ListFile) => `${id}（${title}）`

/** Another list of the place that says the same of the same kind: whether this is its next edition nobody can tell but a person. */
function checkHeld(made: ListFile, { lists, given }: Around, findings: Findings): void {
  const twin = lists.find(
    ({ id, kind, effect, region }) =>
      id !== made.id && kind === made.kind && effect === made.effect && region === made.region,
  )
  if (twin && given.id === undefined && !lists.some(({ id }) => id === made.id))
    findings.doubts.push(words.heldUnder(held(twin), twin.id, `${made.id}-2`))
}

function checkPlace({ title, issuer }: Facts, { place }: Around, findings: Findings): void {
  if (findings.options.acceptAnnex) return
  for (const [fact, of] of [
    [title, 'title'],
    [issuer, 'issuer'],
  ] as const) {
    const foreign = fact?.place && foreignPlace(fact.value, place, of)
    if (foreign) {
      const above = place.slice(1).find(({ name }) => name === foreign)
      findings.doubts.push(words.otherPlaceThan(fact.value, foreign, place[0], above?.code))
    }
  }
}

/** A free id: a batch has a document of its own. */
function documentId(listId: string, documents: readonly Document[], adds: boolean): string {
  if (!adds) return listId
  const taken = new Set(documents.map(({ id }) => id))
  let n = 2
  while (taken.has(`${listId}-${n}`)) n += 1
  return `${listId}-${n}`
}

function documentOf(id: string, facts: Facts, file: string): Document {
  const { number, issued } = facts
  const [title, issuer] = [facts.title?.value as string, facts.issuer?.value as string]
  return {
    id,
    title,
    ...(number ? { number: number.value } : {}),
    issuer,
    ...(issued && issued.value !== 'unknown' ? { issued: issued.value } : {}),
    read: words.readFrom(file, facts),
  }
}

/**
 * Works out what list a file is to become at a place, and the document that it is, from what the file prints and a person gave; undefined
 * where anything is in doubt, with all of it in `findings`. Tells `seen` what was read, also then.
 */
export function newList(
  document: AnnexDocument,
  around: Around,
  findings: Findings,
  seen: (read: FactsRead) => void,
): NewList | undefined {
  const looking = new Findings(findings.options)
  const part = partOf(document.blocks, { kind: around.given.kind ?? 'certificate' }, looking)
  if (!part || looking.doubts.length > 0) {
    findings.doubts.push(...looking.doubts)
    return undefined
  }
  const read = factsIn(document, part, around.given.kind)
  const facts = told(read.facts, around.given)
  seen({ facts, lines: read.lines })
  const before = findings.doubts.length
  askFor(facts, findings)
  checkPlace(facts, around, findings)
  if (findings.doubts.length > before) return undefined
  const [here] = around.place
  const [kind, effect] = [facts.kind?.value as Kind, facts.effect?.value as Effect]
  const id = around.given.id ?? idOf(here.code, kind, effect)
  const existing = around.lists.find((list) => list.id === id)
  const adds = findings.options.add === true && existing !== undefined
  const made = documentOf(documentId(id, around.documents, adds), facts, around.file)
  const list = adds ? existing : listOf({ id, kind, effect, region: here.code, facts, made, existing, findings })
  checkHeld(list, around, findings)
  if (existing && (existing.region !== list.region || existing.kind !== kind || existing.effect !== effect))
    findings.doubts.push(words.idTaken(held(existing)))
  const { batch } = existing?.provenance ?? {}
  if (!adds && !findings.options.acceptLoss && batch && facts.batch && facts.batch.value !== batch)
    findings.doubts.push(words.otherBatch(batch, facts.batch.value))
  return findings.doubts.length > before ? undefined : { facts, list, document: made }
}

interface Made {
  readonly id: string
  readonly kind: Kind
  readonly effect: Effect
  readonly region: string
  readonly facts: Facts
  readonly made: Document
  readonly existing: ListFile | undefined
  readonly findings: Findings
}

function listOf({ facts, made, existing, findings, ...own }: Made): ListFile {
  const from = firstDay(facts)
  const source = { document: made.id }
  return {
    ...own,
    title: made.title,
    issuer: made.issuer as string,
    custodian: { name: made.issuer as string, source },
    ...(from ? { from } : {}),
    completeness: existing?.completeness ?? 'absent',
    grade: existing?.grade ?? 'official',
    source,
    ...(existing?.note ? { note: existing.note } : {}),
    ...(existing?.provenance ? { provenance: existing.provenance } : {}),
    // A folder of annexes is read the same on every day: the list counts as reviewed on its first day, which there nobody gives.
    reviewed: existing?.reviewed ?? findings.options.date ?? (from as string),
    items: existing?.items ?? [],
  }
}
