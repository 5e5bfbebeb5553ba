import { type Logger, pino } from 'pino'
import type { Config } from '../config.ts'

/** How much log is gathered before it is written, in bytes, and how long it may wait, in milliseconds. */
const minLength = 4096
const periodicFlush = 250
/** How long the end of the process waits for a log that nobody takes, in milliseconds. */
const patience = 1000

export interface ProcessLog {
  readonly logger: Logger
  /** Writes what is still unwritten, as far as somebody takes it. Never rejects. */
  readonly finish: () => Promise<void>
}

/**
 * The log: JSON lines on standard output, written in pieces beside the answering of requests. What is still unwritten goes out before the
 * process ends, however it ends, kill -9 excepted. A reader that is gone, or a disk that is full, does not keep the process: pino's own
 * last write would try for ever.
 */
export function createLogger(level: Config['logLevel']): ProcessLog {
  const destination = pino.destination({ sync: false, minLength, periodicFlush })
  const giveUp = () => {
    destination.flushSync = () => {}
  }
  destination.on('error', giveUp)
  const finish = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        giveUp()
        resolve()
      }, patience)
      destination.flush(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  return { logger: pino({ level }, destination), finish }
}
