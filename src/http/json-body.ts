import { isUtf8 } from 'node:buffer'
import type { FastifyInstance } from 'fastify'
import { ProblemError } from './problem.ts'

const misencoded = new ProblemError(400, 'malformed-request', {
  zh: '请求体须为 UTF-8 编码的 JSON。',
  en: 'The body must be JSON in UTF-8.',
})

/**
 * Reads bodies as JSON in UTF-8 (RFC 8259, 8.1). Fastify's own parser puts � for what is not UTF-8, such as GBK, and a name that
 * nobody wrote would be answered as one on no list.
 */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (isUtf8(body)) parse(request, body.toString(), done)
    else done(misencoded)
  })
}
