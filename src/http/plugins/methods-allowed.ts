import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import { ProblemError } from '../answers/problem.ts'

const known: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/**
 * Answers 405 with Allow (RFC 9110, 15.5.6) where the address exists but not for the method; Fastify itself would say 404.
 * Call it before the routes are registered; the missing methods are added once all of them are known.
 */
export function refuseOtherMethods(app: FastifyInstance): () => void {
  const allowed = new Map<string, Set<HTTPMethods>>()
  app.addHook('onRoute', ({ url, method }) => {
    // Preflights are answered at every address, also where there is nothing.
    if (url === '*') return
    const methods = allowed.get(url) ?? new Set()
    for (const one of [method].flat()) methods.add(one as HTTPMethods)
    allowed.set(url, methods)
  })
  return () => {
    for (const [url, methods] of [...allowed]) {
      const allow = [...methods].sort().join(', ')
      const refuse = (_request: FastifyRequest, reply: FastifyReply) => {
        reply.header('allow', allow)
        throw new ProblemError('method-not-allowed', {
          zh: `该地址只支持 ${allow}。`,
          en: `This address supports ${allow} only.`,
        })
      }
      app.route({
        url,
        method: known.filter((method) => !methods.has(method)),
        schema: { hide: true },
        // Refused before a body is read; the handler is there because a route must have one.
        onRequest: refuse,
        handler: refuse,
      })
    }
  }
}
