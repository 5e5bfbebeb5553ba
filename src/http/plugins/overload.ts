import { monitorEventLoopDelay } from 'node:perf_hooks'
import { getHeapStatistics } from 'node:v8'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../../config/config.ts'
import { ProblemError } from '../answers/problem.ts'

const overloaded = new ProblemError('overloaded', {
  zh: '服务过载，请按 Retry-After 稍后重试。',
  en: 'The service is overloaded; try again after Retry-After.',
})

/** How often the load is measured, in milliseconds. */
const interval = 1000
/** How exactly the lag of the event loop is measured, in milliseconds. */
const resolution = 10
/** Seconds until a refused caller should come back: more than one measurement. */
const retryAfter = '2'
/** More than one measurement, in milliseconds. */
const lasting = 1100
/** Two requests further apart than this say nothing of what was between them, in milliseconds. */
const apart = 3000

/**
 * Refuses requests while the event loop lags or the heap is nearly full, rather than answering all of them late. A lag counts once
 * it lasts: a machine that stood still for a second has not been asked too much, and refusing afterwards would help nobody.
 *
 * Both figures come from V8 and libuv themselves. What @fastify/under-pressure reads on its timer (process.memoryUsage) is a file, and where
 * no file can be opened that throws and ends the process.
 */
export function refuseWhenOverloaded(app: FastifyInstance, { eventLoopDelayMs, heapMb }: Config['overload']): void {
  const mostHeap = heapMb === null ? getHeapStatistics().heap_size_limit * 0.9 : heapMb * 1024 * 1024
  const delays = monitorEventLoopDelay({ resolution })
  delays.enable()
  let lags = false
  let full = false
  const timer = setInterval(() => {
    // Without a sample the loop stood still for the whole time; the mean is then no number.
    const delay = delays.count === 0 ? interval : delays.mean / 1e6 - resolution
    delays.reset()
    lags = eventLoopDelayMs > 0 && delay > eventLoopDelayMs
    full = mostHeap > 0 && getHeapStatistics().used_heap_size > mostHeap
  }, interval).unref()
  app.addHook('onClose', (_app, done) => {
    clearInterval(timer)
    delays.disable()
    done()
  })

  let since = 0
  let last = Number.NEGATIVE_INFINITY
  app.addHook('onRequest', (_request, reply, done) => {
    if (!lags && !full) return done()
    const now = performance.now()
    if (now - last > apart) since = now
    last = now
    if (!full && now - since < lasting) return done()
    reply.header('retry-after', retryAfter)
    done(overloaded)
  })
}
