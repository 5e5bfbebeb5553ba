import { LRUCache } from 'lru-cache'
import { type List, listsFor, type Snapshot } from '../catalogue/snapshot.ts'
import { holdsAt, holdsOn } from '../lists/bases.ts'
import type { Alternative, Item } from '../lists/list.ts'
import type { Rule } from '../lists/rule.ts'
import type { Language } from '../lists/terms.ts'
import type { NamedList } from '../names/index/index-list.ts'
import type { ItemRef } from '../names/index/reading.ts'
import { key } from '../names/normalise/plain.ts'
import type { Finding, Outcome, Remark } from './answer.ts'
import { finding, remark } from './cite.ts'
import type { Question } from './question.ts'
import { ruleFor, statutesFor } from './rule-for.ts'

type Common = Pick<Question, 'kind' | 'region' | 'on' | 'body'>

export interface Listed {
  readonly list: List
  readonly finding: Finding
  /** What to use or whom to ask instead, as far as it holds on the day. */
  readonly instead: readonly Remark[]
}

/**
 * What all questions of one kind, place, day, body and language have in common; worked out once and shared by their answers. A class, since
 * closures and a getter of each would take several times the memory, between the kept answers of its place.
 */
export class Applicable {
  readonly lists: readonly List[]
  readonly defaultRule: Rule | undefined
  readonly precedence: Rule | undefined
  /** Lists over which the default rule closes. */
  readonly closing: readonly List[]
  /** Lists that an answer by silence would need and that are not complete or not in force. */
  readonly missing: readonly List[]
  readonly #documents: Snapshot['documents']
  readonly #moment: Pick<Common, 'on' | 'body'>
  readonly #statutes: readonly Rule[]
  readonly #language: Language

  constructor(snapshot: Snapshot, common: Common, language: Language) {
    const { kind, region, on } = common
    this.#documents = snapshot.documents
    this.#moment = common
    this.#statutes = statutesFor(snapshot, common)
    this.#language = language
    this.lists = fitted(listsFor(snapshot, kind, region, on))
    this.defaultRule = ruleFor(snapshot, common, 'default')
    this.precedence = ruleFor(snapshot, common, 'precedence')
    this.closing = fitted(
      (this.defaultRule?.lists ?? []).map((id) => snapshot.lists.get(id)).filter((list) => list !== undefined),
    )
    const needed = this.defaultRule ? this.closing : this.lists
    this.missing = fitted(needed.filter((list) => list.completeness !== 'complete' || !holdsOn(list, on)))
  }

  /** Asked for anew by each question that says a name: whoever keeps an index would keep all of its list in memory. */
  get names(): NamedList[] {
    return this.lists.map((list) => list.names)
  }

  /** Whether a default rule holds and every list it closes over is complete and in force. */
  get silenceSpeaks(): boolean {
    return this.defaultRule !== undefined && this.missing.length === 0
  }

  /** Whether an item's list applies and the item holds on the day. */
  inForce({ list, no }: ItemRef): boolean {
    return this.lists.find(({ id }) => id === list)?.holds(no, this.#moment) === true
  }

  /** An item in force with what its list, one of those that apply, says of it, and the name in its brackets that it was recognised by. */
  listed(list: List, { no }: ItemRef, matched: string): Listed {
    const item = list.item(no) as Item
    const subName = item.subNames?.find((name) => key(name) === key(matched))
    const found = finding(this.#documents, list, item, this.#language, this.#moment)
    return {
      list,
      finding: subName === undefined ? found : { ...found, subName },
      instead: this.remarks(item.instead),
    }
  }

  /** What law says beside an answer with this outcome. */
  law(outcome: Outcome): Remark[] {
    return this.remarks(this.#statutes.filter(({ outcomes = [] }) => outcomes.includes(outcome)))
  }

  /** Those of the sentences that hold, with what they rest on then. */
  remarks(said: readonly (Alternative | Rule)[] = []): Remark[] {
    return said
      .filter((one) => holdsAt(this.#documents, one, this.#moment))
      .map((one) => remark(this.#documents, one, this.#language, this.#moment))
  }
}

/** A copy without the room for 17 that V8 leaves in what a filter gives. */
const fitted = (lists: readonly List[]): readonly List[] => lists.slice()

/** All counties of the country on one day, in both languages; what a caller who walks the calendar asked for longest ago goes. */
const mostKept = 8192
const kept = new WeakMap<Snapshot, LRUCache<string, Applicable, [Common, Language]>>()

/** What applies to a question, from the snapshot alone: keeping it saves time and changes no answer. */
export function applicable(snapshot: Snapshot, { kind, region, on, body }: Common, language: Language): Applicable {
  let known = kept.get(snapshot)
  if (!known) {
    known = new LRUCache({
      max: mostKept,
      memoMethod: (_key, _stale, { context }) => new Applicable(snapshot, ...context),
    })
    kept.set(snapshot, known)
  }
  // In one piece: a template would stay a chain of pieces until it is asked for again.
  const common = { kind, region, on, ...(body ? { body } : {}) }
  return known.memo([kind, region, on, body, language].join(' '), { context: [common, language] })
}
