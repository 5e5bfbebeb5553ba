import { type FastifyBaseLogger, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { NotedAnswer, Traffic } from './traffic.ts'

/** A request that is done. */
interface Done {
  readonly id: string
  readonly method: string
  /** The route's pattern; null where none was found. */
  readonly route: string | null
  readonly status: number
  readonly milliseconds: number
  readonly caller: string | null
  readonly answered: NotedAnswer | null
  /** How many answers it got. */
  readonly answers: number
  /** The version of the data; an address that cannot be read never gets that far. */
  readonly dataset: string | undefined
}

/**
 * One line and one count per request, when it is done (a hook would not be told of an answer that breaks off). The route's pattern is
 * logged and not the address, the matched item and not the name asked about: people write names of persons into such fields. Only
 * LOG_NAMES=true has the name itself logged.
 */
export class OneLinePerRequest extends LogController {
  readonly #logNames: boolean
  readonly #traffic: Traffic

  constructor(logNames: boolean, traffic: Traffic) {
    super()
    this.#logNames = logNames
    this.#traffic = traffic
  }

  override incomingRequest(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    // An address that cannot be read never becomes a whole request: nothing has been decided about it.
    const { answered = null, answers = 0, caller = null, snapshot } = request as Partial<FastifyRequest>
    const { id, method } = request
    const route = request.routeOptions.url ?? null
    const done = { id, method, route, status: reply.statusCode, milliseconds: reply.elapsedTime, caller, answered }
    this.done(request.log, { ...done, answers, dataset: snapshot?.version }, error)
  }

  /** An answer that broke off on its way out is told of here and not above. Where its caller did not wait for the end, it is no failure. */
  override streamError(error: NodeJS.ErrnoException, request: FastifyRequest, reply: FastifyReply): void {
    this.requestCompleted(error.code === 'ERR_STREAM_PREMATURE_CLOSE' ? null : error, request, reply)
  }

  /** Counts a request and writes its line. */
  done(log: FastifyBaseLogger, request: Done, error?: Error | null): void {
    const { id, method, route, status, milliseconds, caller, answered, answers, dataset } = request
    this.#traffic.request(method, route, status, milliseconds / 1000, caller)
    const line = {
      id,
      method,
      route,
      status,
      ms: Math.round(milliseconds * 100) / 100,
      ...(caller === null ? {} : { caller }),
      ...(answered === null ? {} : answers > 1 ? { answers } : { outcome: answered.outcome, item: answered.item }),
      ...(answered !== null && this.#logNames ? { name: answered.name } : {}),
      dataset,
    }
    if (error) log.error({ ...line, err: error }, 'request failed')
    else log.info(line, 'request')
  }
}
