import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { namesTag } from '../http/etag.ts'
import { release } from '../http/release.ts'
import { assets } from './assets.ts'
import { pageLanguage } from './language.ts'
import { templatesHash } from './templates.ts'

const look = createHash('sha256')
  .update(`${templatesHash} ${[...assets.values()].map(({ path }) => path).join(' ')}`)
  .digest('hex')
  .slice(0, 8)

/** A page follows from its address, the dataset, the day, the language, the program and how pages look. */
function pageTag(request: FastifyRequest): string {
  return `"${request.snapshot.version}.${request.today}.${pageLanguage(request)}.${release}.${look}"`
}

/** Lets browsers keep pages and ask each time whether they still hold. A page that says otherwise by itself keeps its own word. */
export function letBrowsersKeep(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode !== 200 || request.method === 'POST' || reply.hasHeader('cache-control'))
      return done(null, payload)
    const tag = pageTag(request)
    // Weak: the page may go out compressed.
    reply.headers({ etag: `W/${tag}`, 'cache-control': 'no-cache', vary: 'accept-language, accept-encoding' })
    const known = request.headers['if-none-match']
    if (known === undefined || !namesTag(known, tag)) return done(null, payload)
    reply.code(304).removeHeader('content-type').removeHeader('content-length')
    // Fastify takes the body of an answer to HEAD away itself, and fails where there is none.
    done(null, request.method === 'HEAD' ? payload : null)
  })
}
