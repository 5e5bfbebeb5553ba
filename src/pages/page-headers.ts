import type { FastifyReply } from 'fastify'

/**
 * What a page may do: load its own style, scripts and icon, ask this service, send forms to it. Nothing inline, no other origin, no frame.
 * Addresses hold what people typed, at times names of persons: no referrer carries them on.
 */
const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

export function protect(reply: FastifyReply): FastifyReply {
  return reply.headers(headers)
}
