import { getHeapStatistics } from 'node:v8'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { ProblemError } from './problem.ts'

class Overloaded extends ProblemError {
  constructor() {
    super(503, 'overloaded', {
      zh: '服务过载，请按 Retry-After 稍后重试。',
      en: 'The service is overloaded; try again after Retry-After.',
    })
  }
}

/** Seconds until a refused caller should come back: the load is measured once a second. */
const retryAfter = 2

/** Refuses requests while the event loop lags or the heap is nearly full, rather than answering all of them late. */
export async function refuseWhenOverloaded(
  app: FastifyInstance,
  { eventLoopDelayMs, heapMb }: Config['overload'],
): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: eventLoopDelayMs,
    maxHeapUsedBytes: heapMb === null ? getHeapStatistics().heap_size_limit * 0.9 : heapMb * 1024 * 1024,
    customError: Overloaded,
    retryAfter,
  })
}
