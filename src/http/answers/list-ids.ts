import type { Sentence } from '../../lists/terms.ts'

/** A refusal names what there is as long as somebody would read it. */
const most = 20

/** The ids of lists, in words; of many the first. */
export function someIds(ids: readonly string[]): Sentence {
  const named = ids.slice(0, most)
  const left = ids.length - named.length
  return {
    zh: `${named.join(', ')}${left > 0 ? ` 等 ${ids.length} 份，见 /v1/lists` : ''}`,
    en: `${named.join(', ')}${left > 0 ? ` and ${left} more, see /v1/lists` : ''}`,
  }
}
