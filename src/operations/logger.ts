import { type Logger, pino } from 'pino'
import type { Config } from '../config/config.ts'

/** How much log is gathered before it is written, in bytes, and how long it may wait, in milliseconds. */
const minLength = 8192
const periodicFlush = 250
/** How much log may wait for whoever takes it, in bytes. */
const maxLength = 8 * 1024 * 1024
/** How long the end of the process waits for a log that is not taken, in milliseconds. */
const patience = 3000

export interface ProcessLog {
  readonly logger: Logger
  /** Writes what is still unwritten, as far as somebody takes it. Never rejects. */
  readonly finish: () => Promise<void>
}

/**
 * The log: JSON lines on standard output, written in pieces beside the answering of requests. A reader that is gone or stands still, or a
 * disk that is full, costs lines of the log, and a later line says how many; it neither stops the process nor fills its memory.
 */
export function createLogger(level: Config['logLevel']): ProcessLog {
  let ending = false
  // Into a pipe that is full pino tries again after 100 ms, in which a reader has long been idle. The next line comes sooner, but for the end.
  const retryEAGAIN = () => ending
  const destination = pino.destination({ sync: false, minLength, maxLength, periodicFlush, retryEAGAIN })
  // pino calls it when the process exits. It waits for ever where the reader stands still, and tries for ever where the disk is full.
  destination.flushSync = () => {}
  // An error that nobody listens to would end the process. What could not be written is tried again with the next piece.
  destination.on('error', () => {})
  const logger = pino({ level }, destination)
  // Also where only errors are logged.
  const lossTeller = logger.child({}, { level: 'warn' })
  let lost = 0
  destination.on('drop', () => {
    lost += 1
  })
  destination.on('drain', () => {
    if (lost === 0) return
    const lines = lost
    lost = 0
    lossTeller.warn({ lines }, 'lines of this log are lost: nobody took them')
  })
  const finish = () =>
    new Promise<void>((resolve) => {
      ending = true
      setTimeout(resolve, patience).unref()
      // The first may find a piece on its way and is done with that one; the second writes what came behind it.
      destination.flush(() => destination.flush(() => resolve()))
    })
  return { logger, finish }
}
