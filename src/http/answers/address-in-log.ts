import type { FastifyRequest } from 'fastify'

/**
 * Where a request goes: the pattern of its route, or its address where no route answers. An address may be percent-encoded where it
 * need not be (RFC 3986, 6.2.2.2), and /%761/lists is /v1/lists.
 */
export function whereto({ routeOptions, url }: Pick<FastifyRequest, 'routeOptions' | 'url'>): string {
  return routeOptions.url ?? url
}
