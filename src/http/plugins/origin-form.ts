import type { IncomingMessage } from 'node:http'

/**
 * The address of a request without scheme and host. Proxies may send it with them (RFC 9112, 3.2.2); the router reads both, but what
 * looks at the address by itself, such as the headers of answers under /v1, would not know it again.
 */
export function originForm({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
  return url.startsWith('/') ? url : url.replace(/^https?:\/\/[^/?]*(?=(.?))/i, (_, next) => (next === '/' ? '' : '/'))
}
