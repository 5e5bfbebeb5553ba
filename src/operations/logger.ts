import { type Logger, pino } from 'pino'
import type { Config } from '../config.ts'

/** How much log is gathered before it is written, in characters, and how long it may wait, in milliseconds. */
const gatheredLength = 16_384
const gatheredFor = 250
/** How much log may wait for whoever takes it, in bytes. */
const mostUnwritten = 8 * 1024 * 1024
/** How long a pipe that is full is left alone, in milliseconds. The library waits for 100, in which a reader has long been idle again. */
const pause = 5
/** How long the end of the process waits for a log that nobody takes, and how long for one that is taken slowly, in milliseconds. */
const patience = 1000
const mostPatience = 5000

export interface ProcessLog {
  /** Its flush calls nobody back; finish is there to be waited for. */
  readonly logger: Logger
  /** Writes what is still unwritten, as far as somebody takes it. Never rejects. */
  readonly finish: () => Promise<void>
}

/**
 * The log: JSON lines on standard output, written in pieces beside the answering of requests. What is still unwritten goes out before a
 * process ends that ends by itself or waits for `finish`. A reader that is gone or stands still, or a disk that is full, does not keep the
 * process. Nor does it fill the memory: what no longer finds room is lost, and a line in its place says how much.
 */
export function createLogger(level: Config['logLevel']): ProcessLog {
  // It writes at once what it is given; with 0, flush would do nothing.
  const destination = pino.destination({ sync: false, minLength: 1, retryEAGAIN: () => false })
  // pino calls it at the exit. It would write into the middle of what is on its way, and try for ever where nobody reads.
  destination.flushSync = () => {}
  // Where the reader is gone, pino puts a function in its place that does nothing. A named pipe may find another reader.
  const write = destination.write.bind(destination)
  let gathered = ''
  let unwritten = 0
  let lost = 0
  const handOver = (bytes = Buffer.byteLength(gathered)) => {
    unwritten += bytes
    write(gathered)
    gathered = ''
  }
  const handOverOrLose = () => {
    const bytes = Buffer.byteLength(gathered)
    // Once some are lost, those behind them are too until all that waits is written: whoever reads the log finds one gap, and not many.
    if (unwritten === 0 || (lost === 0 && unwritten + bytes <= mostUnwritten)) return handOver(bytes)
    lost += gathered.split('\n').length - 1
    gathered = ''
  }
  const flush = () => {
    if (gathered !== '') handOverOrLose()
    if (unwritten > 0) destination.flush()
  }
  const gathering = {
    // Given each line, the library would measure anew what it holds. The last line always waits: of a process that ends it says why.
    write(line: string) {
      if (gathered.length >= gatheredLength) handOverOrLose()
      gathered += line
    },
    flush,
  }
  const logger = pino({ level }, gathering)
  // Also where only errors are logged.
  const lossTeller = logger.child({}, { level: 'warn' })
  setInterval(flush, gatheredFor).unref()
  destination.on('write', (bytes) => {
    unwritten -= bytes
  })
  const retry = setTimeout(flush, pause).unref()
  // An error that nobody listens to would end the process. What could not be written is tried again when the log is next flushed.
  destination.on('error', (error) => {
    if (isFull(error)) retry.refresh()
  })
  const tellLoss = () => {
    if (lost === 0) return
    const [lines, behind] = [lost, gathered]
    lost = 0
    gathered = ''
    lossTeller.warn({ lines }, 'lines of this log are lost: nobody took them')
    gathered += behind
  }
  destination.on('drain', tellLoss)
  const writeRest = () =>
    new Promise<void>((resolve) => {
      const end = () => {
        for (const timer of [untaken, slow]) clearTimeout(timer)
        resolve()
      }
      const untaken = setTimeout(end, patience)
      const slow = setTimeout(end, mostPatience)
      destination.on('write', () => untaken.refresh())
      const goOn = () => {
        flush()
        if (unwritten === 0) end()
      }
      destination.on('drain', goOn)
      destination.on('error', (error) => {
        if (!isFull(error)) end()
      })
      // What a process ends with finds room, however much waits already.
      tellLoss()
      if (gathered !== '') handOver()
      goOn()
    })
  let ending: Promise<void> | undefined
  // A process that fails once more while it ends has its room at the end once only.
  const finish = () => {
    ending ??= writeRest().then(() => {
      ending = undefined
    })
    return ending
  }
  process.once('beforeExit', finish)
  return { logger, finish }
}

/** Whether a pipe has no room at the moment. */
const isFull = ({ code }: NodeJS.ErrnoException) => code === 'EAGAIN'
