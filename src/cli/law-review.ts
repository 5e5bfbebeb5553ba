import type { LawReview } from '../catalogue/review-law.ts'
import type { Document } from '../lists/document.ts'
import type { Language } from '../lists/terms.ts'
import { LAW } from './command-words.ts'

/** What a legal editor has to look at, as lines. */
export function lawReviewLines({ stale, changing, lapsed }: LawReview, language: Language, since: string): string[] {
  const colon = language === 'zh' ? '：' : ': '
  const title = ({ id, title }: Document) => `《${title}》 ${id}`
  const part = (head: string, lines: readonly string[]) => [head, ...lines.map((line) => `  - ${line}`)]
  return [
    ...part(
      LAW.stale(stale.length, since)[language],
      stale.map((document) => `${title(document)}${colon}${document.reviewed ?? LAW.never[language]}`),
    ),
    ...part(
      LAW.changing(changing.length)[language],
      changing.map((document) => {
        const said = [document.successor && `→ ${document.successor}`, document.outlook?.[language]]
        return `${title(document)}${colon}${said.filter((one) => one !== undefined).join(language === 'zh' ? '；' : '; ')}`
      }),
    ),
    ...part(
      LAW.lapsed(lapsed.length)[language],
      lapsed.map(({ place, name, to, from }) => {
        const day = to ? LAW.ended(to) : from ? LAW.begins(from) : LAW.between
        return `${place} ${name}${colon}${day[language]}`
      }),
    ),
  ]
}
