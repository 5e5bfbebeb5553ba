import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'

/**
 * Options of the server: Node prepares no stream for the body of a request that announces none (RFC 9112, 6.3). Nearly all requests
 * here are such ones, and preparing it took as long as a tenth of an answer.
 */
export const noStreamForAbsentBodies = { optimizeEmptyRequests: true }

/** Gives whoever reads such a body all the same, since a type is announced for it, an empty one: the stream of Node would never end. */
export function endAbsentBodies(app: FastifyInstance): void {
  app.addHook('preParsing', ({ headers }, _reply, payload, done) => {
    const absent = headers['content-length'] === undefined && headers['transfer-encoding'] === undefined
    done(null, absent && headers['content-type'] !== undefined ? Readable.from([]) : payload)
  })
}
