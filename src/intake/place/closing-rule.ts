import { Refusal } from '../../documents/message.ts'
import { wholeDay } from '../../lists/days.ts'
import type { Document } from '../../lists/document.ts'
import type { ListFile } from '../../lists/list.ts'
import type { Region } from '../../lists/region.ts'
import type { Rule } from '../../lists/rule.ts'
import type { Kind, Sentence } from '../../lists/terms.ts'
import * as words from '../messages/closing-messages.ts'

/** What somebody states: that at a place a document says what holds for a name that no list has. */
export interface Closing {
  readonly kind: Kind
  readonly document: Document
  readonly clause: string
  /** The words of the clause. */
  readonly text?: string | undefined
  readonly from?: string | undefined
  /** Lists that apply there and that the document does not mean. */
  readonly without: readonly string[]
}

export interface Beside {
  readonly place: readonly [Region, ...Region[]]
  readonly lists: readonly ListFile[]
  readonly rules: readonly Rule[]
}

const BEYOND: Readonly<Record<Kind, Sentence>> = {
  certificate: {
    zh: '清单之外的证明，不得要求村（居）民委员会出具',
    en: 'a certificate that stands on none of the lists must not be demanded of a village',
  },
  signboard: {
    zh: '清单之外的牌子，不得在村（社区）悬挂',
    en: 'a board that stands on none of the lists must not hang at a village',
  },
  task: {
    zh: '清单之外的工作事务，不得交由村（居）民委员会承担',
    en: 'work that stands on none of the lists must not be given to a village',
  },
}

/** The words of the rule: those of the clause where somebody gives them, else what is stated of it. */
function sentence({ kind, document, clause, text }: Closing): Sentence {
  const named = `《${document.title}》${document.number ? `（${document.number}）` : ''}`
  if (text === undefined)
    return { zh: `依${named}${clause}：${BEYOND[kind].zh}。`, en: `By ${clause} of ${named}: ${BEYOND[kind].en}.` }
  return { zh: `${named}${clause}规定：“${text}”。`, en: `${clause} of ${named} says (in Chinese): "${text}".` }
}

/** Whether the words are those of the clause; undefined where the data do not hold it. */
function isOfClause({ document, clause, text = '' }: Closing): boolean | undefined {
  return document.clauses?.find(({ no }) => no === clause)?.text.includes(text)
}

/**
 * The rule by which silence speaks at a place, over the lists of its kind that apply there. A document of a place above, which only
 * printed one of its lists, closes nothing here: the notice of the ministry (民发〔2020〕20号) asks places to make their lists, and says of none
 * that it is whole.
 * @throws Refusal where the document cannot say it, or there is no list to close over.
 */
export function closingRule(closing: Closing, { place, lists, rules }: Beside): Rule {
  const { kind, document, clause, text, from = document.from ?? wholeDay(document.issued), without } = closing
  const [here] = place
  if (here.parent === undefined) throw new Refusal(words.notForAll())
  const citing = lists.filter(({ source, custodian }) =>
    [source, custodian.source].some((one) => one.document === document.id),
  )
  if (citing.length > 0 && !citing.some(({ region }) => region === here.code))
    throw new Refusal(words.ofAnotherPlace(document.title, here.name))
  const ofClause = isOfClause(closing)
  if (text !== undefined && ofClause === false) throw new Refusal(words.notInClause(clause, document.title))
  const codes = new Set(place.map(({ code }) => code))
  const applying = lists.filter((list) => list.kind === kind && codes.has(list.region)).map(({ id }) => id)
  const unknown = without.filter((id) => !applying.includes(id))
  if (unknown.length > 0) throw new Refusal(words.notApplying(unknown, applying))
  const closed = applying.filter((id) => !without.includes(id))
  if (closed.length === 0) throw new Refusal(words.nothingToClose(here.name))
  const before = rules.find((rule) => rule.region === here.code && rule.kind === kind && rule.purpose === 'default')
  return {
    id: before?.id ?? `default-${kind}-${here.code}`,
    kind,
    purpose: 'default',
    region: here.code,
    ...(from ? { from } : {}),
    lists: closed,
    text: sentence(closing),
    grade: text === undefined ? 'editorial' : ofClause ? 'official' : 'reference',
    source: { document: document.id, clause },
  }
}
