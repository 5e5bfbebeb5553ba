import type { IncomingHttpHeaders } from 'node:http'
import Negotiator from 'negotiator'
import type { Language } from '../rulings/language.ts'
import { Recent } from '../rulings/recent.ts'

/** Callers send the same header again and again. What is read from it depends on nothing else. */
const read = new Recent<Language>(256)

/** The language of the caller's choice (RFC 9110, 12.5.4); Chinese unless English is preferred to it. */
export function languageOf(headers: IncomingHttpHeaders): Language {
  const header = headers['accept-language']
  if (header === undefined) return 'zh'
  return read.get(header, () =>
    new Negotiator({ headers }).language(['zh-CN', 'zh', 'en'])?.startsWith('en') ? 'en' : 'zh',
  )
}

/** BCP 47 tags for the Content-Language header. */
export const languageTag: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' }
