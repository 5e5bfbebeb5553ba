import type { FastifyReply, FastifyRequest } from 'fastify'
import type { sendProblem } from './problems.ts'
import type { OneLinePerRequest } from './request-log.ts'

/** Gives an answer the headers that others of its address have. */
export type GiveHeaders = (request: FastifyRequest, reply: FastifyReply) => void

/**
 * Answers for an address that the router cannot read (bad percent-encoding, too long a name). No hook runs for such a request, so
 * what hooks do for all others is done here: the headers, the line in the log.
 */
export function refuseUnreadableAddress(
  log: OneLinePerRequest,
  answer: typeof sendProblem,
  headers: readonly GiveHeaders[],
) {
  return (error: Error, request: FastifyRequest, reply: FastifyReply): void => {
    for (const give of headers) give(request, reply)
    reply.raw.once('finish', () => log.requestCompleted(null, request, reply))
    log.tellIfHungUp(request, reply)
    answer(error, request, reply)
  }
}
