import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** W3C Trace Context: version 00, a trace id and a parent id that are not all zeros, flags. */
const traceparent = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/

const process = randomBytes(8).toString('hex')
let requests = 0

/**
 * The id of a request: the trace id of a valid traceparent, so that one id leads through the logs of all services; otherwise a new one
 * of the same shape. Nothing else that a caller sends gets into the log as an id.
 */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const { traceparent: header } = headers
  const [, traced] = typeof header === 'string' ? (traceparent.exec(header) ?? []) : []
  if (traced !== undefined) return traced
  requests += 1
  return process + requests.toString(16).padStart(16, '0')
}

/** Tells callers the id, which leads the operator to the line in the log. */
export function tellRequestId({ id }: FastifyRequest, reply: FastifyReply): void {
  reply.header('x-request-id', id)
}
