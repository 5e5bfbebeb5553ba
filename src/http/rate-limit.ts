import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RateLimit } from '../config-values.ts'
import { ProblemError } from './problem.ts'

/**
 * Bounds what one caller, or one address where callers have no keys, may ask in a while; this replica counts for itself.
 * The plugin's RateLimit-* headers are those of a draft long replaced, so only Retry-After (RFC 9110) is sent.
 */
export async function limitRate(app: FastifyInstance, { max, windowMs }: RateLimit): Promise<void> {
  const unsent = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false }
  await app.register(rateLimit, {
    max,
    timeWindow: windowMs,
    // Whoever has hung up already has no address any more.
    keyGenerator: ({ caller, ip = 'gone' }: Pick<FastifyRequest, 'caller'> & { readonly ip?: string }) =>
      caller === null ? rateLimit.normalizeIP(ip) : `caller ${caller}`,
    addHeaders: unsent,
    addHeadersOnExceeding: unsent,
    errorResponseBuilder: () =>
      new ProblemError(429, 'too-many-requests', {
        zh: `请求过于频繁：每 ${windowMs / 1000} 秒最多 ${max} 次。请按 Retry-After 稍后重试。`,
        en: `Too many requests: ${max} in ${windowMs / 1000} seconds are allowed. Try again after Retry-After.`,
      }),
  })
}
