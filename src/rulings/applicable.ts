import { LRUCache } from 'lru-cache'
import type { Item } from '../catalogue/files/list.ts'
import type { Rule } from '../catalogue/files/rule.ts'
import { holdsOn, type List, listsFor, type Snapshot } from '../catalogue/snapshot.ts'
import type { NamedList } from '../names/index-list.ts'
import type { ItemRef } from '../names/reading.ts'
import type { Consulted, Finding, Remark } from './answer.ts'
import { finding, remark } from './cite.ts'
import { consulted } from './consulted.ts'
import type { Language } from './language.ts'
import type { Question } from './question.ts'
import { ruleFor } from './rule-for.ts'

/** What all questions of one kind, place, day and language have in common; worked out once and shared by their answers. */
export interface Applicable {
  readonly lists: readonly List[]
  readonly names: readonly NamedList[]
  readonly defaultRule: Rule | undefined
  readonly precedence: Rule | undefined
  /** Lists over which the default rule closes. */
  readonly closing: readonly List[]
  /** Lists that an answer by silence would need and that are not complete or not in force. */
  readonly missing: readonly List[]
  /** Whether a default rule holds and every list it closes over is complete and in force. */
  readonly silenceSpeaks: boolean
  /** Whether an item's list applies and the item holds on the day. */
  readonly inForce: (item: ItemRef) => boolean
  /** An item in force with what its list, one of those that apply, says of it. */
  readonly listed: (list: List, item: ItemRef) => Listed
  readonly consulted: (listed: readonly Listed[]) => Consulted[]
}

export interface Listed {
  readonly list: List
  readonly finding: Finding
  /** What to use or whom to ask instead, as far as it holds on the day. */
  readonly instead: readonly Remark[]
}

type Common = Pick<Question, 'kind' | 'region' | 'on'>

/** All counties of the country on one day, in both languages; what a caller who walks the calendar asked for longest ago goes. */
const mostKept = 8192
const kept = new WeakMap<Snapshot, LRUCache<string, Applicable, [Common, Language]>>()

/** What applies to a question, from the snapshot alone: keeping it saves time and changes no answer. */
export function applicable(snapshot: Snapshot, { kind, region, on }: Common, language: Language): Applicable {
  let known = kept.get(snapshot)
  if (!known) {
    known = new LRUCache({
      max: mostKept,
      memoMethod: (_key, _stale, { context }) => workOut(snapshot, ...context),
    })
    kept.set(snapshot, known)
  }
  return known.memo(`${kind} ${region} ${on} ${language}`, { context: [{ kind, region, on }, language] })
}

function workOut(snapshot: Snapshot, common: Common, language: Language): Applicable {
  const { documents } = snapshot
  const lists = listsFor(snapshot, common.kind, common.region, common.on)
  const byId = new Map(lists.map((list) => [list.id, list]))
  const defaultRule = ruleFor(snapshot, common, 'default')
  const closing = (defaultRule?.lists ?? []).map((id) => snapshot.lists.get(id)).filter((list) => list !== undefined)
  const missing = (defaultRule ? closing : lists).filter(
    (list) => list.completeness !== 'complete' || !holdsOn(list, common.on),
  )
  const looked = new Map<string, Consulted[]>()

  return {
    lists,
    // Asked for anew by each question: whoever keeps an index would keep all of its list in memory.
    get names() {
      return lists.map((list) => list.names)
    },
    defaultRule,
    precedence: ruleFor(snapshot, common, 'precedence'),
    closing,
    missing,
    silenceSpeaks: defaultRule !== undefined && missing.length === 0,
    inForce: ({ list, no }) => byId.get(list)?.holds(no, common.on) === true,
    listed(list, { no }) {
      const item = list.item(no) as Item
      const instead = (item.instead ?? []).filter((one) => holdsOn(one, common.on))
      return {
        list,
        finding: finding(documents, list, item, language),
        instead: instead.map((one) => remark(documents, one, language)),
      }
    },
    consulted(listed) {
      const matched = new Set(listed.map(({ list }) => list.id))
      const key = [...matched].join(' ')
      const known = looked.get(key)
      if (known) return known
      const made = consulted(lists, matched)
      looked.set(key, made)
      return made
    },
  }
}
