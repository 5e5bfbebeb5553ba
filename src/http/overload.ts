import { getHeapStatistics } from 'node:v8'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { ProblemError } from './problem.ts'

const overloaded = new ProblemError(503, 'overloaded', {
  zh: '服务过载，请按 Retry-After 稍后重试。',
  en: 'The service is overloaded; try again after Retry-After.',
})

/** Seconds until a refused caller should come back: the load is measured once a second. */
const retryAfter = '2'
/** More than one measurement, in milliseconds. */
const lasting = 1100
/** Two requests further apart than this say nothing of what was between them, in milliseconds. */
const apart = 3000

/**
 * Refuses requests while the event loop lags or the heap is nearly full, rather than answering all of them late. A lag counts once
 * it lasts: a machine that stood still for a second has not been asked too much, and refusing afterwards would help nobody.
 */
export async function refuseWhenOverloaded(
  app: FastifyInstance,
  { eventLoopDelayMs, heapMb }: Config['overload'],
): Promise<void> {
  let since = 0
  let last = Number.NEGATIVE_INFINITY
  await app.register(underPressure, {
    maxEventLoopDelay: eventLoopDelayMs,
    maxHeapUsedBytes: heapMb === null ? getHeapStatistics().heap_size_limit * 0.9 : heapMb * 1024 * 1024,
    pressureHandler: (_request, reply, type) => {
      const now = performance.now()
      if (now - last > apart) since = now
      last = now
      if (type === underPressure.TYPE_EVENT_LOOP_DELAY && now - since < lasting) return
      reply.header('retry-after', retryAfter)
      throw overloaded
    },
  })
}
