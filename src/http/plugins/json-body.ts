import { isUtf8 } from 'node:buffer'
import type { FastifyInstance } from 'fastify'
import { ProblemError } from '../answers/problem.ts'
import { jsonSize, mostDepth, mostParts } from './json-size.ts'

const misencoded = new ProblemError('malformed-request', {
  zh: '请求体须为 UTF-8 编码的 JSON。',
  en: 'The body must be JSON in UTF-8.',
})

const encoded = new ProblemError('unsupported-media-type', {
  zh: '请求体不得压缩，即不得带 Content-Encoding。',
  en: 'The body must be sent as it is, without a Content-Encoding.',
})

const tooDeep = new ProblemError('malformed-request', {
  zh: `请求体中的 JSON 嵌套超过 ${mostDepth} 层，接口的请求不需要这么多层。`,
  en: `The JSON of the body is nested more than ${mostDepth} deep, which no request here needs.`,
})

const tooManyParts = new ProblemError('content-too-large', {
  zh: `请求体中的值和字段超过 ${mostParts} 个，请分批发送。`,
  en: `The body has more than ${mostParts} values and fields; send it in parts.`,
})

/**
 * Reads bodies as JSON in UTF-8 (RFC 8259, 8.1), as they are (RFC 9110, 8.4). Fastify's own parser puts � for what is not UTF-8, such
 * as GBK, and a name that nobody wrote would be answered as one on no list. Fields called __proto__ are fields like others, which the
 * schemas do not know: that of one row spoils no other. What takes long to parse is refused before.
 */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('ignore', 'ignore')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    // Codings are told apart without regard to case.
    if ((request.headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') return done(encoded)
    if (!isUtf8(body)) return done(misencoded)
    const { depth, parts } = jsonSize(body)
    if (depth > mostDepth) done(tooDeep)
    else if (parts > mostParts) done(tooManyParts)
    else parse(request, body.toString(), done)
  })
}
