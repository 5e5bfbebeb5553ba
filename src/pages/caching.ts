import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { release } from '../http/answers/release.ts'
import { confirmWhatIsKnown } from '../http/plugins/request-snapshot.ts'
import { assets } from './assets.ts'
import { pageLanguage } from './page-language.ts'
import { templatesHash } from './templates.ts'

const look = createHash('sha256')
  .update(`${templatesHash} ${[...assets.values()].map(({ path }) => path).join(' ')}`)
  .digest('hex')
  .slice(0, 8)

/**
 * A page follows from its address, the dataset, the day, the language, the program, how pages look and whether names are logged, which
 * it says. Weak: it may go out compressed.
 */
function pageTag(request: FastifyRequest): string {
  const { snapshot, today, server } = request
  const logged = server.logNames ? '.names' : ''
  return `W/"${snapshot.version}.${today}.${pageLanguage(request)}.${release}.${look}${logged}"`
}

/** Lets browsers keep pages and ask each time whether they still hold. A page that says otherwise by itself keeps its own word. */
export function letBrowsersKeep(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode !== 200 || request.method === 'POST' || reply.hasHeader('cache-control'))
      return done(null, payload)
    reply.headers({ etag: pageTag(request), 'cache-control': 'no-cache', vary: 'accept-language, accept-encoding' })
    done(null, payload)
  })
  confirmWhatIsKnown(app)
}
