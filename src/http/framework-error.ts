import type { FastifyReply, FastifyRequest } from 'fastify'
import type { sendProblem } from './problems.ts'
import type { OneLinePerRequest } from './request-log.ts'

/**
 * Answers for an address that the router cannot read (bad percent-encoding, too long a name). No hook runs for such a request, so
 * what hooks do for all others is done here: the id, the line in the log.
 */
export function refuseUnreadableAddress(log: OneLinePerRequest, answer: typeof sendProblem) {
  return (error: Error, request: FastifyRequest, reply: FastifyReply): void => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff')
    reply.raw.once('finish', () => log.requestCompleted(null, request, reply))
    log.tellIfHungUp(request, reply)
    answer(error, request, reply)
  }
}
