import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from '../answers/problem.ts'
import { clientKey } from './client-address.ts'

/** What all bodies that are being received or worked on may take together, and those of one client, in bytes. */
const mostBytes = { together: 64 * 1024 * 1024, ofOne: 16 * 1024 * 1024 }

/** Seconds until a refused caller should come back. */
const retryAfter = '2'

const tooManyOfOne = new ProblemError('overloaded', {
  zh: '同时发送的内容过多：请等前面的请求答复后再发，或分成小批。',
  en: 'Too much is being sent at the same time: wait for the answers to what was sent before, or send smaller parts.',
})
const tooMany = new ProblemError('overloaded', {
  zh: '服务正在接收的内容过多，请按 Retry-After 稍后重试。',
  en: 'The service is receiving as much as it can; try again after Retry-After.',
})

/** Bytes that the body of a request may come to: those it announces, as far as its route takes them. */
function announced({ headers, routeOptions: { bodyLimit = 0 } }: FastifyRequest): number {
  if (headers['transfer-encoding'] !== undefined) return bodyLimit
  return Math.min(Number(headers['content-length'] ?? 0), bodyLimit)
}

/**
 * Bounds the bodies under way: each is held in memory until its last byte is there, and many slow ones together would take more than there is.
 * One client has a part of the room only, so that others find some however slowly it sends.
 */
export function boundBodies(app: FastifyInstance): void {
  const held = new Map<string, number>()
  let together = 0
  app.addHook('onRequest', (request, reply, done) => {
    const bytes = announced(request)
    if (bytes === 0) return done()
    const client = clientKey(request.ip)
    const own = held.get(client) ?? 0
    const refusal =
      own + bytes > mostBytes.ofOne ? tooManyOfOne : together + bytes > mostBytes.together ? tooMany : null
    if (refusal) {
      reply.header('retry-after', retryAfter)
      return done(refusal)
    }
    held.set(client, own + bytes)
    together += bytes
    reply.raw.once('close', () => {
      together -= bytes
      const left = (held.get(client) as number) - bytes
      if (left === 0) held.delete(client)
      else held.set(client, left)
    })
    done()
  })
}
