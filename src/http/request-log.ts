import { type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Traffic } from './traffic.ts'

/**
 * One line and one count per request, when it is done (a hook would not be told of an answer that breaks off). The route's pattern is logged and not the address, the matched item and not the name asked
 * about: people write names of persons into such fields. Only LOG_NAMES=true has the name itself logged.
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
    const { answered = null, caller = null, snapshot } = request as Partial<FastifyRequest>
    const route = request.routeOptions.url ?? null
    this.#traffic.request(request.method, route, reply.statusCode, reply.elapsedTime / 1000, caller)
    const line = {
      id: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 100) / 100,
      ...(caller === null ? {} : { caller }),
      ...(answered === null
        ? {}
        : request.answers > 1
          ? { answers: request.answers }
          : { outcome: answered.outcome, item: answered.match?.item ?? null }),
      ...(answered !== null && this.#logNames ? { name: answered.query.name } : {}),
      dataset: snapshot?.version,
    }
    if (error) request.log.error({ ...line, err: error }, 'request failed')
    else request.log.info(line, 'request')
  }
}
