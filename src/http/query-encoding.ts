import type { FastifyInstance } from 'fastify'
import { ProblemError } from './problem.ts'

function decodes(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/**
 * Refuses a query string that is no percent-encoded UTF-8 (a lone surrogate, half a character). Fastify's parser would hand on
 * the raw text instead, and a question nobody meant would be answered.
 */
export function refuseBadQueryEncoding(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const query = request.url.indexOf('?')
    if (query === -1 || decodes(request.url.slice(query + 1))) return done()
    const detail = { zh: '须为 UTF-8 百分号编码', en: 'percent-encoded UTF-8' }
    const message = { zh: `查询参数${detail.zh}。`, en: `The query must be ${detail.en}.` }
    done(new ProblemError(400, 'malformed-request', message, [{ in: 'query', name: '?', detail }]))
  })
}
