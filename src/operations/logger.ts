import { type Logger, pino } from 'pino'
import type { Config } from '../config.ts'

/** How much log is gathered before it is written, in bytes, and how long it may wait, in milliseconds. */
const minLength = 16_383
const periodicFlush = 250
/** How much log may wait for whoever takes it, in bytes. */
const maxLength = 8 * 1024 * 1024
/** How long a pipe that is full is left alone, in milliseconds. The library waits for 100, in which a reader has long been idle again. */
const pause = 5
/** How long the end of the process waits for a log that nobody takes, and how long for one that is taken slowly, in milliseconds. */
const patience = 1000
const mostPatience = 5000

export interface ProcessLog {
  readonly logger: Logger
  /** Writes what is still unwritten, as far as somebody takes it. Never rejects. */
  readonly finish: () => Promise<void>
}

/**
 * The log: JSON lines on standard output, written in pieces beside the answering of requests. What is still unwritten goes out before the
 * process ends, however it ends, kill -9 excepted. A reader that is gone or stands still, or a disk that is full, does not keep the
 * process. Nor does it fill the memory: what no longer finds room is lost, and a line says how much that was once there is room again.
 */
export function createLogger(level: Config['logLevel']): ProcessLog {
  const destination = pino.destination({
    sync: false,
    minLength,
    maxLength,
    periodicFlush,
    contentMode: 'buffer',
    retryEAGAIN: () => false,
  })
  let unwritten = 0
  let lost = 0
  // As text, all that waits would be measured anew with each line. The library's types know of text only.
  const write = destination.write.bind(destination)
  destination.write = (line) => {
    const bytes = Buffer.from(line)
    unwritten += bytes.length
    return write(bytes as unknown as string)
  }
  // pino calls it after a fatal line and at the exit. It would write into the middle of what is on its way, and try for ever where nobody reads.
  destination.flushSync = () => {}
  const logger = pino({ level }, destination)
  destination.on('write', (bytes) => {
    unwritten -= bytes
  })
  destination.on('drop', (line) => {
    unwritten -= line.length
    lost += 1
  })
  const retry = setTimeout(() => destination.flush(), pause).unref()
  // An error that nobody listens to would end the process. What could not be written is tried again with the next lines.
  destination.on('error', (error) => {
    if (isFull(error)) retry.refresh()
  })
  destination.on('drain', () => {
    if (lost === 0) return
    logger.warn({ lines: lost }, 'lines of this log are lost: nobody took them')
    lost = 0
  })
  const finish = () =>
    new Promise<void>((resolve) => {
      const end = () => {
        for (const timer of [untaken, slow]) clearTimeout(timer)
        resolve()
      }
      const untaken = setTimeout(end, patience)
      const slow = setTimeout(end, mostPatience)
      destination.on('write', () => untaken.refresh())
      // The library says that it has written when less than minLength is left.
      const goOn = () => (unwritten > 0 ? destination.flush() : end())
      destination.on('drain', goOn)
      destination.on('error', (error) => {
        if (!isFull(error)) end()
      })
      goOn()
    })
  process.once('beforeExit', finish)
  return { logger, finish }
}

/** Whether a pipe has no room at the moment. */
const isFull = ({ code }: NodeJS.ErrnoException) => code === 'EAGAIN'
