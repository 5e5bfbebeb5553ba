import type { FastifyInstance } from 'fastify'
import { ProblemError } from '../answers/problem.ts'

function decodes(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/**
 * Refuses query parameters that are not percent-encoded UTF-8, such as GBK. Fastify's parser would hand over the undecoded text,
 * and a name that nobody wrote would be answered as one on no list.
 */
export function refuseMisencodedQueries(app: FastifyInstance): void {
  app.addHook('onRequest', ({ url }, _reply, done) => {
    // The router takes # for the beginning of a query as well.
    const start = url.search(/[?#]/)
    if (start < 0 || decodes(url.slice(start))) return done()
    const at = url
      .slice(start + 1)
      .split('&')
      .find((one) => !decodes(one)) as string
    const [name = ''] = at.split('=')
    const detail = { zh: '正确的 UTF-8 百分号编码', en: 'percent-encoded UTF-8' }
    done(
      new ProblemError(
        'malformed-request',
        { zh: `参数 ${name}（query）须为${detail.zh}。`, en: `${name} (query) must be ${detail.en}.` },
        [{ in: 'query', name, detail }],
      ),
    )
  })
}
