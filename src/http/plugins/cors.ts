import cors from '@fastify/cors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { varyBy } from '../answers/vary.ts'

const exposedHeaders = ['content-language', 'dataset-version', 'etag', 'retry-after', 'x-request-id']

/** Lets pages of the listed origins call from a browser. Without a list no such header is sent, and browsers refuse. */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return
  await app.register(cors, {
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['accept-language', 'authorization', 'content-type', 'if-none-match', 'traceparent'],
    exposedHeaders,
    maxAge: 86_400,
  })
}

/** Lets such a page read an answer for which no hook runs. */
export function tellAllowedOrigin(origins: readonly string[]) {
  return ({ headers }: FastifyRequest, reply: FastifyReply): void => {
    if (origins.length === 0) return
    const everybody = origins.includes('*')
    if (!everybody) reply.header('vary', varyBy('Origin', reply))
    if (!everybody && !origins.includes(headers.origin ?? '')) return
    reply.header('access-control-allow-origin', everybody ? '*' : headers.origin)
    reply.header('access-control-expose-headers', exposedHeaders.join(', '))
  }
}
