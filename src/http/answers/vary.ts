import type { FastifyReply } from 'fastify'

/**
 * The value of Vary (RFC 9110, 12.5.5) for an answer that depends on a header of the request, beside what others have named before,
 * such as the origin for CORS.
 */
export function varyBy(header: string, reply: FastifyReply): string {
  const named = reply.getHeader('vary')
  return named === undefined ? header : `${named}, ${header}`
}
