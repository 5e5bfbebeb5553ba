import { type Logger, pino } from 'pino'
import type { Config } from '../config.ts'

/** How much log is gathered before it is written, in bytes, and how long it may wait, in milliseconds. */
const minLength = 16_383
const periodicFlush = 250
/** How much log may wait for whoever takes it, in bytes. */
const maxLength = 8 * 1024 * 1024
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
 * last write would try for ever. Nor does a reader that stands still fill the memory: what no longer finds room is lost, and a line says
 * how much that was once there is room again.
 */
export function createLogger(level: Config['logLevel']): ProcessLog {
  const destination = pino.destination({ sync: false, minLength, maxLength, periodicFlush, contentMode: 'buffer' })
  // As text, all that waits would be measured anew with each line. The library's types know of text only.
  const write = destination.write.bind(destination)
  destination.write = (line) => write(Buffer.from(line) as unknown as string)
  const logger = pino({ level }, destination)
  let lost = 0
  destination.on('drop', () => {
    lost += 1
  })
  destination.on('drain', () => {
    if (lost === 0) return
    logger.warn({ lines: lost }, 'lines of this log are lost: nobody took them')
    lost = 0
  })
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
  return { logger, finish }
}
