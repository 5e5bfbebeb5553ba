import { constants } from 'node:os'
import type { FastifyBaseLogger } from 'fastify'

export interface LifeCycleParts {
  readonly logger: FastifyBaseLogger
  /** How long requests are still answered after the order to stop. */
  readonly drainMs: number
  /** Finishes what is in flight and lets go of everything. */
  readonly close: () => Promise<void>
  /** Writes the rest of the log. */
  readonly finish: () => Promise<void>
}

/**
 * Ends the process as orchestrators expect. On the first SIGTERM or SIGINT it stops being ready, still answers for a while, so that
 * load balancers notice, finishes what is in flight and exits 0; on the second it only writes its log. A fault nobody caught leaves the
 * process in a state nobody knows: it is logged and the process exits 1, to be started anew.
 */
export class LifeCycle {
  #stopping = false

  get stopping(): boolean {
    return this.#stopping
  }

  watch({ logger, drainMs, close, finish }: LifeCycleParts): void {
    const exit = (code: number) => void finish().then(() => process.exit(code))
    const fail = (error: unknown) => {
      logger.fatal({ err: error }, 'unforeseen failure')
      exit(1)
    }
    process.on('uncaughtException', fail)
    process.on('unhandledRejection', fail)

    const stop = (signal: NodeJS.Signals) => {
      if (this.#stopping) return exit(128 + constants.signals[signal])
      this.#stopping = true
      logger.info({ signal, drainMs }, 'stopping')
      setTimeout(async () => {
        await close()
        logger.info('stopped')
        exit(0)
      }, drainMs)
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  }
}
