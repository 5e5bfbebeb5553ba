import type { FastifyRequest } from 'fastify'
import type { ProblemError } from './problem.ts'
import { problemOf } from './problem-of.ts'

/** Whether an answer failed only because nobody waits for the rest of it. */
const isLeft = ({ code }: NodeJS.ErrnoException, { socket }: FastifyRequest) =>
  code === 'ERR_STREAM_PREMATURE_CLOSE' && socket.destroyed

/** The problem behind whatever was thrown, after what only the operator should see of it was logged. */
export function notedProblem(error: unknown, request: FastifyRequest): ProblemError {
  const problem = problemOf(error)
  // A ProblemError is a refusal on purpose; under overload a stack for each would make things worse.
  if (problem !== error && problem.statusCode >= 500 && !isLeft(error as Error, request)) {
    request.server.traffic.faults += 1
    request.log.error({ id: request.id, err: error }, 'request failed')
  }
  return problem
}
