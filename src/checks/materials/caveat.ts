import type { Sentence } from '../../lists/terms.ts'
import type { Answer } from '../../rulings/answer.ts'

/** The mark of an answer about a paper that nobody is named to issue, and what it means: the same at every door. */
export const unnamedMark: Sentence = { zh: '（未注明出具单位）', en: ' (no issuer named)' }
export const unnamedNote: Sentence = {
  zh: '未注明出具单位：由村（居）民委员会出具的，不得要求；由其他单位出具的，不在清单规范之列。',
  en: 'No issuer is named: it is not to be demanded from a village; what others issue the lists do not speak of.',
}

/** Whether neither the question nor the name says who issues a paper that a village may not, or that no list decides on. */
export function namesNobody({ query, issuer, allowed, outcome }: Answer): boolean {
  const named = issuer !== null && issuer.reading !== 'none'
  return query.kind === 'certificate' && !named && (allowed === false || outcome === 'undetermined')
}
