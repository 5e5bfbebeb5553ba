import type { FastifyRequest } from 'fastify'

/**
 * Where people reach this service, for what is printed and scanned. Behind a proxy that ends TLS or answers under another name
 * only PUBLIC_URL can know; without it, it is where the request went.
 */
export function publicAddress({ protocol, host }: FastifyRequest, configured: string | undefined): string {
  return configured ?? `${protocol}://${host}`
}
