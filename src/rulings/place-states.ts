import type { List, Snapshot } from '../catalogue/snapshot.ts'
import type { Rule } from '../lists/rule.ts'
import { Kind, type Sentence } from '../lists/terms.ts'
import { applicable } from './applicable.ts'
import { listName } from './list-name.ts'
import { placeName } from './place-name.ts'

/** What applies of one kind at a place, and what a question about a name gets that no list has. */
export interface KindState {
  readonly kind: Kind
  readonly lists: readonly List[]
  readonly missing: readonly List[]
  readonly rule: Rule | undefined
  readonly silence: 'speaks' | 'waits' | 'no-rule' | 'no-list'
  readonly words: Sentence
}

export interface PlaceState {
  readonly code: string
  readonly place: string
  readonly kinds: readonly KindState[]
}

function sentence(silence: KindState['silence'], missing: readonly List[]): Sentence {
  const names = (language: 'zh' | 'en') =>
    missing.map((list) => listName(list, language)).join(language === 'zh' ? '、' : ', ')
  return {
    speaks: { zh: '未列入的不得要求（not_listed）', en: 'what is not listed must not be asked for (not_listed)' },
    waits: {
      zh: `未列入的尚无结论（undetermined）：${names('zh')}不完整`,
      en: `no conclusion on what is not listed (undetermined): ${names('en')} not complete`,
    },
    'no-rule': {
      zh: '未列入的没有结论（undetermined）：没有规定清单之外如何',
      en: 'no conclusion on what is not listed (undetermined): no rule says what holds beyond the lists',
    },
    'no-list': { zh: '没有清单，没有结论（undetermined）', en: 'no list, no conclusion (undetermined)' },
  }[silence]
}

function kindState(snapshot: Snapshot, kind: Kind, region: string, on: string): KindState {
  const { lists, missing, defaultRule, silenceSpeaks } = applicable(snapshot, { kind, region, on }, 'zh')
  const silence = silenceSpeaks ? 'speaks' : defaultRule ? 'waits' : lists.length > 0 ? 'no-rule' : 'no-list'
  return { kind, lists, missing, rule: defaultRule, silence, words: sentence(silence, missing) }
}

/** How a place stands on a day. */
export const placeState = (snapshot: Snapshot, code: string, on: string): PlaceState => ({
  code,
  place: placeName({ snapshot, region: code }),
  kinds: Kind.enum.map((kind) => kindState(snapshot, kind, code, on)),
})

/** The places that have a list or a rule of their own, in the order of their codes. */
export const placesWithLists = (snapshot: Snapshot): string[] =>
  [...snapshot.regions.keys()].filter(
    (code) =>
      (snapshot.listsByRegion.get(code) ?? []).length > 0 ||
      (snapshot.rulesByRegion.get(code) ?? []).some(({ purpose }) => purpose === 'default'),
  )
