import { type ChildProcess, fork, type Serializable } from 'node:child_process'
import { once } from 'node:events'
import { constants, setPriority } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Done } from './serve-work.ts'
import { WorkEnded, type WorkLimits, WorkRefused } from './work-limits.ts'

/** Pieces of work that may wait for each process: more would wait for longer than anybody does. */
const mostWaiting = 8

/** A process without work is kept for so long: a person who checks one table checks the next soon. In milliseconds. */
const restFor = 30_000

/** What V8 ends a process with that used up its memory, where the system has no signals. */
const aborted = 134

/** What a process sends next. @throws WorkRefused where it used up its memory, WorkEnded where it ended by itself */
async function heard(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController()
  const { signal } = ended
  try {
    const [message] = await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(([code, killed]) => {
        if (killed !== null || code === aborted) throw new WorkRefused('memory')
        throw new WorkEnded(code)
      }),
    ])
    return message
  } finally {
    ended.abort()
  }
}

/** Whether something is done within a time, in milliseconds. */
async function settledWithin(done: Promise<void>, ms: number): Promise<boolean> {
  const late = new AbortController()
  const { signal } = late
  try {
    return await Promise.race([done.then(() => true), wait(ms, false, { signal })])
  } finally {
    late.abort()
  }
}

/**
 * Processes that work on what was sent. They are started when there is work and end when there is none. One that takes too long is
 * killed, one that uses up its memory ends, and no other work and nobody else's request notices.
 */
export class Processes<Task extends Serializable, Result> {
  readonly #entry: string
  readonly #limits: WorkLimits
  readonly #restMs: number
  readonly #all = new Set<ChildProcess>()
  readonly #idle = new Map<ChildProcess, NodeJS.Timeout>()
  readonly #waiting = new Set<() => void>()
  readonly #starting = new Set<Promise<void>>()
  #busy = 0

  /** @param entry the file that a process runs; it calls serveWork */
  constructor(entry: URL, limits: WorkLimits, restMs = restFor) {
    this.#entry = fileURLToPath(entry)
    this.#limits = limits
    this.#restMs = restMs
  }

  /** @throws WorkRefused when the work was not done for want of room, time or memory; what the work itself throws */
  async run(task: Task): Promise<Result> {
    const patientUntil = performance.now() + this.#limits.waitMs
    await this.#enter()
    try {
      const child = await this.#ready(patientUntil - performance.now())
      const done = await this.#send(task, child)
      if ('error' in done) throw done.error
      return done.result
    } finally {
      this.#leave()
    }
  }

  /** Ends all processes, also those that work. */
  close(): void {
    for (const child of this.#all) {
      if (this.#idle.has(child)) child.disconnect()
      else child.kill('SIGKILL')
    }
  }

  async #enter(): Promise<void> {
    const { processes, waitMs } = this.#limits
    if (this.#busy < processes) {
      this.#busy += 1
      return
    }
    if (this.#waiting.size >= processes * mostWaiting) throw new WorkRefused('busy')
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        clearTimeout(patience)
        resolve()
      }
      const patience = setTimeout(() => {
        this.#waiting.delete(enter)
        reject(new WorkRefused('busy'))
      }, waitMs)
      this.#waiting.add(enter)
    })
  }

  /** Gives the place to whoever waits longest. */
  #leave(): void {
    const [next] = this.#waiting
    if (next === undefined) this.#busy -= 1
    else {
      this.#waiting.delete(next)
      next()
    }
  }

  async #send(task: Task, child: ChildProcess): Promise<Done<Result>> {
    let late = false
    const limit = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, this.#limits.timeMs)
    // What keeps the work from being sent ends the process as well.
    child.send(task, () => {})
    const done = await heard(child)
      .catch((error: unknown) => {
        throw late ? new WorkRefused('time') : error
      })
      .finally(() => clearTimeout(limit))
    this.#rest(child)
    return done as Done<Result>
  }

  /**
   * A process that takes work: one that rests, or one that is started. What is not ready in time goes on starting for whoever comes next:
   * were it killed, none would ever be ready on a machine that is busy for long.
   * @throws WorkRefused
   */
  async #ready(withinMs: number): Promise<ChildProcess> {
    const until = performance.now() + withinMs
    for (;;) {
      const child = this.#wake()
      if (child) return child
      const [starting = this.#start()] = this.#starting
      if (!(await settledWithin(starting, Math.max(0, until - performance.now())))) throw new WorkRefused('busy')
    }
  }

  /** Starts a process, which rests as soon as it is ready. */
  #start(): Promise<void> {
    const child = fork(this.#entry, {
      execArgv: [...process.execArgv, `--max-old-space-size=${this.#limits.memoryMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#all.add(child)
    // Work hears of it; without work, nobody has to.
    child.on('error', () => {})
    // It steps back behind the process that serves from the start: on a machine with one core, both want it.
    child.once('spawn', () => setPriority(child.pid as number, constants.priority.PRIORITY_BELOW_NORMAL))
    child.once('exit', () => {
      this.#all.delete(child)
      clearTimeout(this.#idle.get(child))
      this.#idle.delete(child)
    })
    const starting = heard(child)
      .then(() => this.#rest(child))
      .finally(() => this.#starting.delete(starting))
    this.#starting.add(starting)
    // Whoever waits for it hears why it failed.
    starting.catch(() => {})
    return starting
  }

  #rest(child: ChildProcess): void {
    const end = () => {
      // Nobody is given a process that is about to end.
      this.#idle.delete(child)
      child.disconnect()
    }
    this.#idle.set(child, setTimeout(end, this.#restMs))
  }

  /** A process that rests, if one does. */
  #wake(): ChildProcess | undefined {
    const [first] = this.#idle
    if (first === undefined) return undefined
    const [child, end] = first
    clearTimeout(end)
    this.#idle.delete(child)
    return child
  }
}
