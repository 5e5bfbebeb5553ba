import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import Negotiator from 'negotiator'

const compress = promisify(gzip)

/** Below this a page fits into one or two packets as it is. */
const smallest = 4096

/** Sends longer pages compressed: village offices are at the far end of thin lines. */
export function compressPages(app: FastifyInstance): void {
  app.addHook('onSend', async ({ headers }, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < smallest) return payload
    if (new Negotiator({ headers }).encoding(['gzip', 'identity']) !== 'gzip') return payload
    reply.header('content-encoding', 'gzip').removeHeader('content-length')
    return compress(payload, { level: 4 })
  })
}
