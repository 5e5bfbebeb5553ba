import { gzip, gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import Negotiator from 'negotiator'

/** Below this a page fits into one or two packets as it is. */
const smallest = 4096

/** From here on a page is compressed on a thread: a table of a thousand rows would hold up all others for a tenth of a second. */
const large = 131_072

/** A window of 8 kB and 32 kB of hashes: a page takes a quarter of the memory and becomes less than a hundredth longer. */
const settings = { level: 4, windowBits: 13, memLevel: 6, chunkSize: 4096 }

/**
 * Sends longer pages compressed: village offices are at the far end of thin lines. At once, but for the largest, because it takes a tenth of the time that the
 * page took to make; on a thread it would take more of it, and memory for each page that waits.
 */
export function compressPages(app: FastifyInstance): void {
  app.addHook('onSend', ({ headers }, reply, payload, done) => {
    if (typeof payload !== 'string' || payload.length < smallest) return done(null, payload)
    if (new Negotiator({ headers }).encoding(['gzip', 'identity']) !== 'gzip') return done(null, payload)
    reply.header('content-encoding', 'gzip').removeHeader('content-length')
    if (payload.length >= large) gzip(payload, settings, done)
    else done(null, gzipSync(payload, settings))
  })
}
