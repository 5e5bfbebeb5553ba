import { type Logger, pino } from 'pino'
import type { Config } from '../config.ts'

/** How much log is gathered before it is written, in bytes, and how long it may wait, in milliseconds. */
const minLength = 4096
const periodicFlush = 250

/**
 * The log: JSON lines on standard output, written in pieces beside the answering of requests.
 * What is still unwritten goes out before the process ends, however it ends, kill -9 excepted.
 */
export function createLogger(level: Config['logLevel']): Logger {
  const destination = pino.destination({ sync: false, minLength, periodicFlush })
  process.on('exit', () => destination.flushSync())
  return pino({ level }, destination)
}
