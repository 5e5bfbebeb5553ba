import type { Alternative } from '../../lists/list.ts'
import type { Sentence, Source } from '../../lists/terms.ts'
import type { NamedIssuer } from '../issuers/read-issuer.ts'
import type { Method } from '../normalise/methods.ts'

/** A listed item, as names/ refers to it. */
export interface ItemRef {
  readonly list: string
  readonly no: number
  readonly name: string
}

/** One item among those of all lists. */
export function itemId({ list, no }: ItemRef): string {
  return `${list}/${no}`
}

/** An item offered to a person, and its printed name or sub-name that it was found by. `score` is between 0 and 1; it never decides. */
export interface Candidate extends ItemRef {
  readonly score: number
  readonly matched: string
}

/** What is on record of a name that must not be decided: why, and what to use instead. */
export interface NameRecord {
  readonly reason?: Sentence
  /** The law that the reason speaks of. */
  readonly source?: Source
  readonly instead?: readonly Alternative[]
}

/**
 * What a name was read as.
 * decided: every item the name stands for (one per list that has it, or more where a list has it twice);
 * `matched` is the printed or recorded name that was recognised.
 * ask: the name may mean any of the candidates, best first; without candidates it does not say what it is about.
 * none: read, and no listed item; `elsewhere` when that is because another body issues the paper.
 * unread: not understood as the name of anything of its kind, so that no list speaks of it by silence.
 */
export type ReadAs =
  | {
      readonly verdict: 'decided'
      readonly items: readonly ItemRef[]
      readonly method: Method
      readonly matched: string
    }
  | { readonly verdict: 'ask'; readonly candidates: readonly Candidate[]; readonly record?: NameRecord }
  | { readonly verdict: 'none'; readonly record?: NameRecord; readonly elsewhere?: true }
  | { readonly verdict: 'unread' }

/** What a written name was read as, and who is to issue it, where the name says so. */
export type Reading = ReadAs & { readonly issuer?: NamedIssuer }
