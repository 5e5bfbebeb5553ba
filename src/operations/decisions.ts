import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import type { DecisionSettings } from '../config/config.ts'
import { RotatingFile } from '../files/rotating-file.ts'

/** How long lines are gathered before they are written, and after how long it is tried again where that failed; in milliseconds. */
const gathered = 250
const triedAgain = 2000
/** How much is written at a time, and how much may wait for a disk, in bytes. */
const piece = 64 * 1024
const mostWaiting = 8 * 2 ** 20
/** How long the end of the process waits for the disk, in milliseconds. */
const patience = 2000

/** Where lines that are lost are counted. */
interface Counted {
  lostDecisions: number
}

/**
 * Who asked what and was answered what, in a file apart from the log: an auditor's, not an operator's. Lines are written in pieces beside the
 * answering of requests. A disk that is full, or a file that cannot be written, is told once; what comes meanwhile waits, and beyond what may
 * wait it is lost and counted. Requests are answered on.
 */
export class Decisions {
  readonly #file: RotatingFile
  readonly #counted: Counted
  readonly #logger: FastifyBaseLogger
  #waiting: Buffer[] = []
  #bytes = 0
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> | undefined
  #failing = false
  /** How many are lost since it was told last. */
  #lost = 0

  constructor({ path, ...rotation }: DecisionSettings, counted: Counted, logger: FastifyBaseLogger) {
    this.#file = new RotatingFile(path, rotation)
    this.#counted = counted
    this.#logger = logger
  }

  /** Opens the file, so that one that cannot be written is told at the start and not at the first question. */
  async open(): Promise<void> {
    await this.#file.open().catch(this.#fail)
  }

  /** Notes one decision, with the time. */
  note(decision: object): void {
    const line = Buffer.from(`${JSON.stringify({ time: new Date().toISOString(), ...decision })}\n`)
    if (this.#bytes + line.length > mostWaiting) {
      this.#fail(new Error('the disk does not take them'))
      this.#lose(1)
      return
    }
    this.#waiting.push(line)
    this.#bytes += line.length
    if (!this.#writing) this.#timer ??= setTimeout(this.#write, this.#failing ? triedAgain : gathered).unref()
  }

  /** Writes what is still unwritten, as far as the disk takes it. Never rejects. */
  async finish(): Promise<void> {
    // The first may find a piece on its way and is done with what waited then; the second writes what came behind it.
    const written = this.#write()
      .then(this.#write)
      .then(() => this.#file.close())
      .catch(this.#fail)
    await Promise.race([written, wait(patience, undefined, { ref: false })])
    this.#lose(this.#waiting.splice(0).length)
    if (this.#lost > 0) this.#logger.warn({ lines: this.#lost }, 'decisions are lost')
    // A second signal has it finish again.
    this.#lost = 0
  }

  /** Writes all that waits. Where that is being done, it is waited for. */
  readonly #write = (): Promise<void> => {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#writing ??= this.#writePieces().finally(() => {
      this.#writing = undefined
      if (this.#waiting.length > 0) this.#timer = setTimeout(this.#write, triedAgain).unref()
    })
    return this.#writing
  }

  async #writePieces(): Promise<void> {
    while (this.#waiting.length > 0) {
      const lines = this.#nextPiece()
      const bytes = Buffer.concat(lines)
      try {
        await this.#file.append(bytes)
      } catch (error) {
        return this.#fail(error as Error)
      }
      this.#waiting.splice(0, lines.length)
      this.#bytes -= bytes.length
    }
    if (!this.#failing) return
    this.#failing = false
    this.#logger.warn({ lost: this.#lost }, 'decisions are written again')
    this.#lost = 0
  }

  /** At least one line. */
  #nextPiece(): Buffer[] {
    let size = 0
    const end = this.#waiting.findIndex((line) => {
      size += line.length
      return size > piece
    })
    return this.#waiting.slice(0, end === -1 ? undefined : Math.max(end, 1))
  }

  readonly #fail = (error: Error): void => {
    if (this.#failing) return
    this.#failing = true
    this.#logger.warn({ err: error }, 'decisions are not written')
  }

  #lose(lines: number): void {
    this.#lost += lines
    this.#counted.lostDecisions += lines
  }
}
