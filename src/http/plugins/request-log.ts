import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { Decisions } from '../../operations/decisions.ts'
import { type Count, type NotedAnswer, requestKey, type Traffic } from '../../operations/traffic.ts'
import { release } from '../answers/release.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether the names asked about may be logged. */
    logNames: boolean
  }
}

/**
 * Requests of one method, route and status, or those of them whose answers say the same. What they are counted by and what their lines
 * begin with is put together once.
 */
export interface RequestKind {
  readonly count: Count
  readonly log: FastifyBaseLogger
  readonly status: number
  /** What all their answers say. */
  readonly said?: Said
}

/** A request that is done. */
interface Done {
  readonly id: string
  readonly kind: RequestKind
  readonly milliseconds: number
  readonly caller: string | null
  readonly answered: NotedAnswer | null
  /** How many answers it got. */
  readonly answers: number
  /** All of them, where there are several. */
  readonly several?: readonly NotedAnswer[] | null
  /** Where its kind does not tell it. */
  readonly said?: Said
}

/** What one answer says, and of which data. */
interface Said {
  readonly outcome: NotedAnswer['outcome'] | undefined
  /** The version of the data. */
  readonly dataset: string | undefined
}

/** What was refused before it became a request. */
interface RefusedUnread {
  readonly id: string
  /** `none` where it was not even read. */
  readonly method: string
  readonly status: number
  readonly code?: string | undefined
}

/** What nginx has for a caller who hung up before he had his answer. No caller is ever sent it. */
const hungUp = 499

/** Where decisions are kept beside the log. */
export type KeepsDecisions = Pick<Decisions, 'note'>

/**
 * One line and one count per request, when it is done (a hook would not be told of an answer that breaks off). The route's pattern is
 * logged and not the address, the matched item and not the name asked about: people write names of persons into such fields. Only
 * LOG_NAMES=true has the name itself logged, and a line for each name of a batch.
 */
export class OneLinePerRequest extends LogController {
  readonly #logNames: boolean
  readonly #traffic: Traffic
  readonly #decisions: KeepsDecisions | undefined
  readonly #kinds = new Map<string, RequestKind>()
  readonly #told = new WeakSet<FastifyRequest>()

  constructor(logNames: boolean, traffic: Traffic, decisions?: KeepsDecisions) {
    super()
    this.#logNames = logNames
    this.#traffic = traffic
    this.#decisions = decisions
  }

  override incomingRequest(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    this.#tell(request, reply, reply.statusCode, error)
  }

  /** An answer that breaks off on its way out is told of here and not above. Where its caller did not wait for the end, it is no failure. */
  override streamError(error: NodeJS.ErrnoException, request: FastifyRequest, reply: FastifyReply): void {
    if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') this.#tell(request, reply, hungUp)
    else this.requestCompleted(error, request, reply)
  }

  /** Tells also of requests whose caller hangs up before the answer is out: Fastify tells of none of them. */
  tellOfHungUp(app: FastifyInstance): void {
    app.addHook('onRequest', (request, reply, done) => {
      this.tellIfHungUp(request, reply)
      done()
    })
  }

  tellIfHungUp(request: FastifyRequest, reply: FastifyReply): void {
    reply.raw.once('close', () => {
      const { writableFinished, headersSent, statusCode } = reply.raw
      // Where nothing was sent as an answer, a status of refusal is that of refuseUnreadable.
      if (!writableFinished) this.#tell(request, reply, !headersSent && statusCode >= 400 ? statusCode : hungUp)
    })
  }

  #tell(request: FastifyRequest, reply: FastifyReply, status: number, error?: Error | null): void {
    if (this.#told.has(request)) return
    this.#told.add(request)
    // An address that cannot be read never becomes a whole request: nothing has been decided about it.
    const { answered = null, answers = 0, several = null, caller = null, snapshot } = request as Partial<FastifyRequest>
    const { id, log, method, routeOptions } = request
    const kind = this.kind(log, method, routeOptions.url ?? null, status)
    const said = { outcome: answers > 1 ? undefined : answered?.outcome, dataset: snapshot?.version }
    this.done({ id, kind, milliseconds: reply.elapsedTime, caller, answered, answers, several, said }, error)
  }

  /** @param route the route's pattern; null where none was found */
  kind(log: FastifyBaseLogger, method: string, route: string | null, status: number): RequestKind {
    const key = requestKey(method, route, status)
    const known = this.#kinds.get(key)
    if (known) return known
    const kind = { count: this.#traffic.requests.of(key), log: log.child({ method, route, status, release }), status }
    this.#kinds.set(key, kind)
    return kind
  }

  /** Tells of what was refused before it became a request. What Node says of it, `code`, has few values. */
  refusedUnread(log: FastifyBaseLogger, { id, method, status, code }: RefusedUnread): void {
    const kind = this.kind(log, method, null, status)
    kind.count.total += 1
    kind.log.info({ id, code }, 'request')
  }

  /** The requests of a kind whose answers say this. */
  kindThatSays({ count, log, status }: RequestKind, said: Said): RequestKind {
    return { count, log: log.child(said), status, said }
  }

  /** What was asked, and what was found for it. */
  #asked({ kind, name, region, on, item }: NotedAnswer) {
    return { kind, ...(this.#logNames ? { name } : {}), region, on, item }
  }

  /** Keeps what was decided: of a batch each answer where names may be kept, and otherwise how many there were of each outcome. */
  #decide(decisions: KeepsDecisions, { id, kind, caller, answered, answers, several, said = kind.said }: Done): void {
    if (answered === null) return
    const who = { id, caller, status: kind.status }
    const by = { dataset: said?.dataset, release }
    const all = several ?? [answered]
    if (answers > 1 && !this.#logNames) decisions.note({ ...who, answers, outcomes: outcomesOf(all), ...by })
    else for (const one of all) decisions.note({ ...who, ...this.#asked(one), outcome: one.outcome, ...by })
  }

  /** Counts a request, writes its line and keeps what was decided. */
  done(request: Done, error?: Error | null): void {
    const { id, kind, milliseconds, caller, answered, answers, several, said } = request
    if (this.#decisions) this.#decide(this.#decisions, request)
    this.#traffic.request(kind.count, milliseconds / 1000, caller)
    const line: Record<string, unknown> = { id, ms: Math.round(milliseconds * 100) / 100 }
    if (caller !== null) line.caller = caller
    if (answered !== null) {
      if (answers > 1) Object.assign(line, { answers, outcomes: outcomesOf(several ?? []) })
      else Object.assign(line, this.#asked(answered))
    }
    Object.assign(line, said)
    // Without names the lines of a batch would say no more than its counts.
    if (this.#logNames) {
      for (const one of several ?? [])
        kind.log.info({ id, ...this.#asked(one), outcome: one.outcome, dataset: said?.dataset }, 'answer')
    }
    if (error) {
      this.#traffic.faults += 1
      kind.log.error({ ...line, err: error }, 'request failed')
    } else kind.log.info(line, 'request')
  }
}

/** How many answers of several there were with each outcome. */
function outcomesOf(answers: readonly NotedAnswer[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { outcome } of answers) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}
