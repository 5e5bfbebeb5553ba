import { LRUCache } from 'lru-cache'
import { holdsOn, type List, listsFor, type Snapshot } from '../catalogue/snapshot.ts'
import type { Item } from '../lists/list.ts'
import type { Rule } from '../lists/rule.ts'
import type { Language } from '../lists/terms.ts'
import type { NamedList } from '../names/index/index-list.ts'
import type { ItemRef } from '../names/index/reading.ts'
import type { Finding, Remark } from './answer.ts'
import { finding, remark } from './cite.ts'
import type { Question } from './question.ts'
import { ruleFor } from './rule-for.ts'

type Common = Pick<Question, 'kind' | 'region' | 'on'>

export interface Listed {
  readonly list: List
  readonly finding: Finding
  /** What to use or whom to ask instead, as far as it holds on the day. */
  readonly instead: readonly Remark[]
}

/**
 * What all questions of one kind, place, day and language have in common; worked out once and shared by their answers. A class, since
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
  readonly #day: string
  readonly #language: Language

  constructor(snapshot: Snapshot, common: Common, language: Language) {
    const { kind, region, on } = common
    this.#documents = snapshot.documents
    this.#day = on
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
    return this.lists.find(({ id }) => id === list)?.holds(no, this.#day) === true
  }

  /** An item in force, recognised by a name, with what its list, one of those that apply, says of it. */
  listed(list: List, { no }: ItemRef, matched: string): Listed {
    const item = list.item(no) as Item
    const instead = (item.instead ?? []).filter((one) => holdsOn(one, this.#day))
    return {
      list,
      finding: finding(this.#documents, list, item, this.#language, matched),
      instead: instead.map((one) => remark(this.#documents, one, this.#language)),
    }
  }
}

/** A copy without the room for 17 that V8 leaves in what a filter gives. */
const fitted = (lists: readonly List[]): readonly List[] => lists.slice()

/** All counties of the country on one day, in both languages; what a caller who walks the calendar asked for longest ago goes. */
const mostKept = 8192
const kept = new WeakMap<Snapshot, LRUCache<string, Applicable, [Common, Language]>>()

/** What applies to a question, from the snapshot alone: keeping it saves time and changes no answer. */
export function applicable(snapshot: Snapshot, { kind, region, on }: Common, language: Language): Applicable {
  let known = kept.get(snapshot)
  if (!known) {
    known = new LRUCache({
      max: mostKept,
      memoMethod: (_key, _stale, { context }) => new Applicable(snapshot, ...context),
    })
    kept.set(snapshot, known)
  }
  // In one piece: a template would stay a chain of pieces until it is asked for again.
  return known.memo([kind, region, on, language].join(' '), { context: [{ kind, region, on }, language] })
}
