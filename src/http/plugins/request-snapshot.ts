import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Snapshot } from '../../catalogue/snapshot.ts'
import type { Language } from '../../lists/terms.ts'
import { languageOf, languageTag } from '../answers/accept-language.ts'
import { whereto } from '../answers/address-in-log.ts'
import { release } from '../answers/release.ts'
import { varyBy } from '../answers/vary.ts'
import { namesTag, saidWithTheBody } from './not-modified.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The state of the data this request is answered from, from its first line to its last. */
    snapshot: Snapshot
    language: Language
    /** The day in Asia/Shanghai on which the request came in, YYYY-MM-DD. */
    today: string
  }
}

/** The tag of whatever depends on its address, the dataset, the day, the language and the program only. */
function answerTag({ snapshot, today, language }: FastifyRequest): string {
  return `"${snapshot.version}.${today}.${language}.${release}"`
}

/** Gives every request one snapshot, and every answer under /v1 the version it rests on. */
export function giveSnapshot(current: () => Snapshot, today: () => string) {
  return (request: FastifyRequest, reply: FastifyReply): void => {
    request.snapshot = current()
    const { file } = request.snapshot
    if (file) {
      file.hold()
      reply.raw.once('close', () => file.letGo())
    }
    request.language = languageOf(request.headers)
    request.today = today()
    if (whereto(request).startsWith('/v1/')) reply.header('dataset-version', request.snapshot.version)
  }
}

/** A handler whose caller has hung up goes on: it holds the file that it reads from by itself. Registered before the routes. */
export function holdWhileHandled(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const { handler } = route
    route.handler = function (request, reply) {
      const { file } = request.snapshot
      if (!file) return handler.call(this, request, reply)
      const letGo = () => file.letGo()
      let result: unknown
      file.hold()
      try {
        result = handler.call(this, request, reply)
        return result
      } finally {
        Promise.resolve(result).then(letGo, letGo)
      }
    }
  })
}

/**
 * Says of every answer under /v1 whether it may be kept, and for whom. An answer depends on its address, the dataset,
 * the language, the program and, through the default of `on`, the day: these make up its ETag, so no body has to be hashed.
 */
export function tagAnswers(app: FastifyInstance): void {
  app.decorateRequest('snapshot')
  app.decorateRequest('language')
  app.decorateRequest('today')
  app.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode !== 200 || !whereto(request).startsWith('/v1/')) return done(null, payload)
    reply.header('vary', varyBy('accept-language', reply)).header('content-language', languageTag[request.language])
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      // What a POST answers depends on its body, so it has no tag, and nobody is to keep it.
      reply.header('cache-control', 'no-store')
      return done(null, payload)
    }
    reply.header('etag', reply.getHeader('etag') ?? answerTag(request)).header('cache-control', 'no-cache')
    done(null, payload)
  })
}

/** Sends no body to callers who have it already. Registered behind what keeps answers, so that it sees the body all the same. */
export function confirmWhatIsKnown(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const known = request.headers['if-none-match']
    const tag = reply.getHeader('etag')
    if (known === undefined || tag === undefined || !namesTag(known, String(tag))) return done(null, payload)
    reply.code(304)
    for (const name of saidWithTheBody) reply.removeHeader(name)
    // Fastify takes the body of an answer to HEAD away itself, and fails where there is none.
    done(null, request.method === 'HEAD' ? payload : null)
  })
}
