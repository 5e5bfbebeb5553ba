import type { FastifyRequest } from 'fastify'
import { languageOf } from '../http/answers/accept-language.ts'
import type { Language } from '../lists/terms.ts'

/** The language that the address asks for; undefined where it asks for none that is spoken here. */
export function languageAsked({ query }: Pick<FastifyRequest, 'query'>): Language | undefined {
  // Requests that Fastify refuses before routing have no query.
  const { lang } = (query ?? {}) as { lang?: unknown }
  return lang === 'zh' || lang === 'en' ? lang : undefined
}

/** The language of a page: the address before the browser's settings, so that a link shows everybody the same page. */
export function pageLanguage(request: Pick<FastifyRequest, 'query' | 'headers'>): Language {
  return languageAsked(request) ?? languageOf(request.headers)
}
