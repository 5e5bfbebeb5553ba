import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * Headers that tell browsers to do nothing with an answer but read it; pages for people replace the policy by their own.
 * They are what helmet sends to an interface, less what means nothing here: Strict-Transport-Security belongs to whoever ends TLS,
 * X-Powered-By is not sent by Fastify. Written out, because helmet puts them together anew for each request.
 */
const securityHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
}

export const securityHeaderNames: readonly string[] = Object.keys(securityHeaders)

/** Gives answers the security headers, and Cross-Origin-Resource-Policy as far as CORS leaves it closed. */
export function sendSecurityHeaders(origins: readonly string[]) {
  const policy = origins.length === 0 ? 'same-origin' : 'cross-origin'
  const headers = { ...securityHeaders, 'cross-origin-resource-policy': policy }
  return (_request: FastifyRequest, reply: FastifyReply): void => {
    reply.headers(headers)
  }
}
