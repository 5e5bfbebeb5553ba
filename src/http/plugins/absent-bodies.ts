import type { ServerOptions } from 'node:http'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'

/**
 * Has Node take the stream of a request that announces no body (RFC 9112, 6.3) for ended from the start, which spares the events of nearly
 * every request. Of a caller who hangs up, only the `close` of the answer tells then.
 */
export const absentBodiesEnded = { optimizeEmptyRequests: true } satisfies ServerOptions

/** Gives a parser that is to read such a body, since a type is told for it, an empty one: it would wait for the end of the other for ever. */
export function endAbsentBodies(app: FastifyInstance): void {
  app.addHook('preParsing', ({ headers }, _reply, payload, done) => {
    done(null, payload.readableEnded && headers['content-type'] !== undefined ? Readable.from([]) : payload)
  })
}
