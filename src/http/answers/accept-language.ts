import type { IncomingHttpHeaders } from 'node:http'
import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'
import type { Language } from '../../lists/terms.ts'

/** Callers send the same header again and again. What is read from it depends on nothing else. */
const read = new LRUCache<string, Language>({
  max: 256,
  memoMethod: (header) =>
    new Negotiator({ headers: { 'accept-language': header } }).language(['zh-CN', 'zh', 'en'])?.startsWith('en')
      ? 'en'
      : 'zh',
})

/** The language of the caller's choice (RFC 9110, 12.5.4); Chinese unless English is preferred to it. */
export function languageOf(headers: IncomingHttpHeaders): Language {
  const header = headers['accept-language']
  return header === undefined ? 'zh' : read.memo(header)
}

/** BCP 47 tags for the Content-Language header. */
export const languageTag: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' }
