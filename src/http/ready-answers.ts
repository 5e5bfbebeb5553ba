import type { IncomingMessage, OutgoingHttpHeader, RequestListener, ServerResponse } from 'node:http'
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Callers } from '../callers/callers.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import type { Language } from '../rulings/language.ts'
import { Recent } from '../rulings/recent.ts'
import { callerOf } from './bearer.ts'
import { namesTag } from './etag.ts'
import { languageOf } from './language.ts'
import { requestId } from './request-id.ts'
import type { OneLinePerRequest, RequestKind } from './request-log.ts'
import type { NotedAnswer, Traffic } from './traffic.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The same address has the same answer as long as data, day and language are the same: it may be kept. */
    lasting?: true
  }
}

/** How an answer begins: names and values of its headers in turn, the request's id in front. */
interface ReadyHead {
  readonly kind: RequestKind
  readonly head: OutgoingHttpHeader[]
}

/** An answer as it was sent. */
interface ReadyAnswer {
  readonly whole: ReadyHead
  readonly notModified: ReadyHead
  /** The bytes of the body as a string of Latin-1: Node sends such a string in one piece with the head. */
  readonly body: string
  readonly tag: string
  readonly answered: NotedAnswer | null
}

/** What kept answers may take in each language, in bytes: some seven hundred answers. */
const mostBytes = 3 * 1024 * 1024
/** What an answer takes beside its body, about. */
const overhead = 2048
/** An address longer than this is not worth a place, in characters. */
const longestAddress = 1500

const weigh = ({ body }: ReadyAnswer) => body.length + overhead

/** What the answering of kept answers shares with that of all others. */
interface Surroundings {
  readonly snapshot: () => Snapshot
  readonly today: () => string
  readonly stopping: () => boolean
  readonly callers: Pick<Callers, 'nameOf'> | undefined
  readonly logController: OneLinePerRequest
  readonly traffic: Traffic
}

/**
 * Sends again what was sent before. Platforms ask the same few hundred names all day: their answers are taken from here before the
 * request reaches routing, hooks and schemas, which cost more than the bytes. What is not here, and everything that may be refused, goes
 * the long way. Also sent while others are refused for overload: a refusal would cost more.
 */
export class ReadyAnswers {
  readonly #around: Surroundings
  #snapshot: Snapshot | undefined
  #day = ''
  #kept = noAnswers()

  constructor(around: Surroundings) {
    this.#around = around
  }

  /** Has the server of an application try the kept answers first. */
  serve({ server }: Pick<FastifyInstance, 'server'>): void {
    const [others] = server.listeners('request') as [RequestListener]
    server.off('request', others)
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (!this.#answer(request, response)) others.call(server, request, response)
    })
  }

  /** Keeps the answers of the lasting routes of a context. The last to see them before they are sent. */
  keepFrom(app: FastifyInstance): void {
    app.addHook('onSend', (request, reply, payload, done) => {
      if (typeof payload === 'string') this.#keep(request, reply, payload)
      done(null, payload)
    })
  }

  #keep(request: FastifyRequest, reply: FastifyReply, text: string): void {
    const { url = '', config } = request.routeOptions as { url?: string; config: FastifyContextConfig }
    const { snapshot, today, language } = request
    if (!config.lasting || request.method !== 'GET' || reply.statusCode !== 200) return
    if (request.url.length > longestAddress || !this.#isOf(snapshot, today)) return
    const body = Buffer.from(text).toString('latin1')
    const { 'x-request-id': _, ...shared } = reply.getHeaders() as Record<string, OutgoingHttpHeader>
    const { 'content-type': __, ...withoutBody } = shared
    const { logController } = this.#around
    const headed = (status: number, headers: Record<string, OutgoingHttpHeader>): ReadyHead => ({
      kind: logController.kind(request.log, 'GET', url, status),
      head: ['x-request-id', '', ...Object.entries(headers).flat()],
    })
    this.#kept[language].keep(request.url, {
      whole: headed(200, { ...shared, 'content-length': body.length }),
      notModified: headed(304, withoutBody),
      body,
      tag: String(shared.etag),
      answered: request.answered,
    })
  }

  /** Whether answers from this snapshot and day are the current ones; those of another are let go. */
  #isOf(snapshot: Snapshot, day: string): boolean {
    if (snapshot !== this.#around.snapshot() || day !== this.#around.today()) return false
    if (snapshot === this.#snapshot && day === this.#day) return true
    this.#snapshot = snapshot
    this.#day = day
    this.#kept = noAnswers()
    return true
  }

  #answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { snapshot, today, stopping, callers, logController, traffic } = this.#around
    const { method, headers, url } = request
    if (method !== 'GET' || this.#snapshot !== snapshot() || this.#day !== today() || stopping()) return false
    const ready = this.#kept[languageOf(headers)].find(url as string)
    if (!ready) return false
    const caller = callers ? callerOf(headers.authorization, callers) : null
    if (callers && caller === null) return false
    const started = performance.now()
    const id = requestId(request)
    const known = headers['if-none-match']
    const confirmed = known !== undefined && namesTag(known, ready.tag)
    const { kind, head } = confirmed ? ready.notModified : ready.whole
    // One array serves all: it is written out before the next request comes.
    head[1] = id
    response.writeHead(confirmed ? 304 : 200, head)
    if (confirmed) response.end()
    else response.end(ready.body, 'latin1')
    const milliseconds = performance.now() - started
    const { answered } = ready
    if (answered) traffic.answers.add(answered.counted)
    logController.done({ id, kind, milliseconds, caller, answered, answers: 1, dataset: this.#snapshot?.version })
    return true
  }
}

const noAnswers = (): Record<Language, Recent<ReadyAnswer>> => ({
  zh: new Recent(mostBytes, weigh),
  en: new Recent(mostBytes, weigh),
})
