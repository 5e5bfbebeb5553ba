/** What work in other processes may take. */
export interface WorkLimits {
  /** How many processes may work at a time. */
  readonly processes: number
  /** How long a piece of work may wait for a process that is ready, in milliseconds. */
  readonly waitMs: number
  /** How long it may then take, in milliseconds. */
  readonly timeMs: number
  /** The heap of each process, in MiB. */
  readonly memoryMb: number
}

/** Thrown where work was not done: too much is waiting, or it took more time or memory than it may. */
export class WorkRefused extends Error {
  readonly why: 'busy' | 'time' | 'memory'

  constructor(why: WorkRefused['why']) {
    super(`not done: ${why}`)
    this.why = why
  }
}

/** Thrown where a process ended without a word while it worked. */
export class WorkEnded extends Error {
  readonly code: number | null

  constructor(code: number | null) {
    super(`a process that works ended by itself, with code ${code}`)
    this.code = code
  }
}
