import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Kind } from '../lists/terms.ts'
import type { Answer } from '../rulings/answer.ts'

declare module 'fastify' {
  interface FastifyInstance {
    traffic: Traffic
  }
  interface FastifyRequest {
    /** The answer given, for the log; of several, the first. */
    answered: NotedAnswer | null
    /** How many answers the request got: more than one only where names are asked about in batches. */
    answers: number
    /** Where there were several, all of them. */
    several: NotedAnswer[] | null
  }
}

/** What log and metrics tell of an answer. */
export interface NotedAnswer {
  readonly kind: Kind
  readonly name: string
  readonly region: string
  /** The day asked about. */
  readonly on: string
  readonly outcome: Answer['outcome']
  readonly item: string | null
  /** Answers of the same kind, outcome and method. */
  readonly count: Count
}

/** How many there were of what has one key. */
export interface Count {
  total: number
}

/**
 * Counts per key. What comes again and again holds its count, and adding one costs no look-up: the library that prints metrics would
 * cost ten times a look-up for each request.
 */
export class Tally {
  readonly #counts = new Map<string, Count>()

  /** @returns the count of a key, which begins with 0 */
  of(key: string): Count {
    const known = this.#counts.get(key)
    if (known) return known
    const count = { total: 0 }
    this.#counts.set(key, count)
    return count
  }

  /** The counts, with the keys split into their words again. */
  *[Symbol.iterator](): Generator<readonly [words: readonly string[], count: number]> {
    for (const [key, { total }] of this.#counts) if (total > 0) yield [key.split('\n'), total]
  }
}

/** Upper bounds of the durations told apart, in seconds; the last stands for everything slower. */
export const durations = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, Number.POSITIVE_INFINITY] as const

/** What a request is counted by. The route is null where none was found. */
export function requestKey(method: string, route: string | null, status: number): string {
  return `${method}\n${route ?? 'none'}\n${status}`
}

/** What the process has been asked and has answered since it started. */
export class Traffic {
  /** method, route, status */
  readonly requests = new Tally()
  /** kind, outcome, method */
  readonly answers = new Tally()
  /** caller */
  readonly callers = new Tally()
  /** How many requests took at most durations[i] and longer than durations[i - 1]. */
  readonly slots = durations.map(() => 0)
  seconds = 0
  /** How often something failed inside: requests, rows of a batch, answers on their way out. The log has a line for each. */
  faults = 0
  /** How many connections had to go since there were too many. */
  refusedConnections = 0
  /** How many decisions did not get into their file. */
  lostDecisions = 0
  /** How many spans the collector of traces did not take. */
  lostSpans = 0

  /** @param count that of what requestKey makes of the request */
  request(count: Count, seconds: number, caller: string | null): void {
    count.total += 1
    if (caller !== null) this.callers.of(caller).total += 1
    this.took(seconds)
  }

  took(seconds: number): void {
    this.seconds += seconds
    let slot = 0
    while (seconds > (durations[slot] as number)) slot += 1
    this.slots[slot] = (this.slots[slot] as number) + 1
  }
}

/** Prepares requests for noteAnswer. The requests themselves are counted when they are logged. */
export function countTraffic(app: FastifyInstance, traffic: Traffic): void {
  app.decorate('traffic', traffic)
  app.decorateRequest('answered', null)
  app.decorateRequest('answers', 0)
  app.decorateRequest('several', null)
}

/** Notes an answer for the log and the metrics. */
export function noteAnswer(
  request: FastifyRequest,
  { query: { kind, name, region, on }, outcome, match }: Answer,
): void {
  const count = request.server.traffic.answers.of(`${kind}\n${outcome}\n${match?.method ?? 'none'}`)
  const noted = { kind, name, region, on, outcome, item: match?.item ?? null, count }
  if (request.answered === null) request.answered = noted
  else {
    request.several ??= [request.answered]
    request.several.push(noted)
  }
  request.answers += 1
  count.total += 1
}
