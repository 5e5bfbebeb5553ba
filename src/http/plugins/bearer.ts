import type { FastifyInstance } from 'fastify'
import { ProblemError } from '../answers/problem.ts'
import type { Callers } from '../callers/callers.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The name that goes with the key of the request; null where it has none that is known, or everybody may call. */
    caller: string | null
  }
}

const missing = new ProblemError('unauthorized', {
  zh: '须在请求头 Authorization: Bearer 中给出密钥。',
  en: 'A key is needed in the header Authorization: Bearer.',
})
const unknown = new ProblemError('unauthorized', {
  zh: '密钥无效或已撤销，请向运维人员申请。',
  en: 'The key is unknown or was taken back; ask the operator for one.',
})

/** The name that goes with the key in an Authorization header (RFC 6750), or null. */
export function callerOf(authorization: string | undefined, callers: Pick<Callers, 'nameOf'>): string | null {
  const [, key] = /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization ?? '') ?? []
  return key === undefined ? null : callers.nameOf(key)
}

/** Notes who calls. Covers the routes registered after it. */
export function nameCallers(app: FastifyInstance, callers: Pick<Callers, 'nameOf'>): void {
  app.addHook('onRequest', (request, _reply, done) => {
    request.caller = callerOf(request.headers.authorization, callers)
    done()
  })
}

/** Lets only callers with a key through. What counts requests stands between it and nameCallers. */
export function askForKeys(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (request.caller !== null) return done()
    const sent = request.headers.authorization !== undefined
    reply.header('www-authenticate', `Bearer realm="qingdan"${sent ? ', error="invalid_token"' : ''}`)
    done(sent ? unknown : missing)
  })
}
