import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'

/** Lets pages of the listed origins call from a browser. Without a list no such header is sent, and browsers refuse. */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return
  await app.register(cors, {
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['accept-language', 'authorization', 'content-type', 'if-none-match', 'traceparent'],
    exposedHeaders: ['content-language', 'dataset-version', 'etag', 'retry-after', 'x-request-id'],
    maxAge: 86_400,
  })
}
