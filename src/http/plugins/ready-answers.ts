import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http'
import { getHeapStatistics } from 'node:v8'
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { Snapshot } from '../../catalogue/snapshot.ts'
import type { Language } from '../../lists/terms.ts'
import type { Tracing } from '../../operations/open-tracing.ts'
import type { NotedAnswer } from '../../operations/traffic.ts'
import { languageOf } from '../answers/accept-language.ts'
import type { Callers } from '../callers/callers.ts'
import { addressHash } from './address-hash.ts'
import { callerOf } from './bearer.ts'
import { namesTag, saidWithTheBody } from './not-modified.ts'
import type { ClientCounts } from './rate-limit.ts'
import { refusalOfHead } from './request-head.ts'
import { requestId } from './request-id.ts'
import type { OneLinePerRequest, RequestKind } from './request-log.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The same address has the same answer as long as data, day and language are the same: it may be kept. */
    lasting?: true
  }
}

/** How an answer begins: names and values of its headers in turn, the request's id in front, the length of a body at the end. */
interface ReadyHead {
  readonly kind: RequestKind
  readonly head: OutgoingHttpHeader[]
}

/** Headers shared by answers that differ in id and length only, whole and not modified. */
interface ReadyHeads {
  readonly route: string
  readonly whole: ReadyHead
  readonly notModified: ReadyHead
  readonly tag: string
}

/** An answer as it was sent. */
interface ReadyAnswer {
  readonly address: string
  readonly heads: ReadyHeads
  /** The bytes of the body as a string of Latin-1: Node sends such a string in one piece with the head. */
  readonly body: string
  readonly answered: NotedAnswer | null
}

/**
 * What kept answers may take in each language, in bytes: this much, and some for each item, for more lists are asked about more;
 * a part of the memory that Node may use, and no more than is worth it.
 */
const keptBytes = { least: 4 * 2 ** 20, perItem: 1024, most: 64 * 2 ** 20, heapShare: 1 / 16 }
/** What an answer takes beside its body and its address, in bytes, about. */
const overhead = 512
/** An address longer than this is not worth a place, in characters. */
const longestAddress = 1500
/** How many heads are kept. */
const mostHeads = 128

/** What the answering of kept answers shares with that of all others. */
interface Surroundings {
  readonly snapshot: () => Snapshot
  readonly today: () => string
  /** Whether answers have to close their connection. */
  readonly closing: () => boolean
  readonly callers: Pick<Callers, 'nameOf'> | undefined
  readonly logController: OneLinePerRequest
  /** What counts how much each client asks, and where a request comes from. */
  readonly clients: ClientCounts | undefined
  readonly addressOf: (request: IncomingMessage) => string
  /** Tells of each answer that is sent from here, for traces. */
  readonly trace: Tracing['answeredAhead'] | undefined
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
  #kept = noAnswers(0)
  readonly #heads = new LRUCache<string, ReadyHeads>({ max: mostHeads })

  constructor(around: Surroundings) {
    this.#around = around
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
    if (!config.lasting || request.method !== 'GET' || reply.statusCode !== 200 || fromPage(request)) return
    if (request.url.length > longestAddress) return
    // It was on its way while data or day changed.
    if (snapshot !== this.#around.snapshot() || today !== this.#around.today()) return
    this.#keepOnlyOf(snapshot, today)
    const { 'x-request-id': _, ...headers } = reply.getHeaders() as Record<string, OutgoingHttpHeader>
    this.#kept[language].set(addressHash(request.url), {
      address: request.url,
      heads: this.#headsOf(request, url, headers),
      body: Buffer.from(text).toString('latin1'),
      answered: request.answered,
    })
  }

  #headsOf(request: FastifyRequest, route: string, headers: Record<string, OutgoingHttpHeader>): ReadyHeads {
    const { log, answered, snapshot } = request
    const said = { outcome: answered?.outcome, dataset: snapshot.version }
    const head = ['x-request-id', '', ...Object.entries(headers).flat()]
    const key = [route, said.outcome, ...head].join('\n')
    const known = this.#heads.get(key)
    if (known) return known
    const withoutBody = Object.entries(headers).filter(([name]) => !saidWithTheBody.includes(name))
    const { logController } = this.#around
    const kind = (status: number) => logController.kindThatSays(logController.kind(log, 'GET', route, status), said)
    const heads: ReadyHeads = {
      route,
      whole: { kind: kind(200), head: [...head, 'content-length', 0] },
      notModified: { kind: kind(304), head: ['x-request-id', '', ...withoutBody.flat()] },
      tag: String(headers.etag),
    }
    this.#heads.set(key, heads)
    return heads
  }

  /** Lets go what was kept of another snapshot or day than the current ones, and the snapshot itself with it. */
  #keepOnlyOf(snapshot: Snapshot, day: string): void {
    if (snapshot === this.#snapshot && day === this.#day) return
    this.#snapshot = snapshot
    this.#day = day
    const items = [...snapshot.lists.values()].reduce((sum, { size }) => sum + size, 0)
    this.#kept = noAnswers(items)
    this.#heads.clear()
  }

  /** Answers a request whose answer is kept. Gives whether it did. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { snapshot, today, closing, callers, logController, clients, addressOf, trace } = this.#around
    const { method, headers, url } = request
    if (method !== 'GET' || closing() || fromPage(request) || refusalOfHead(request) !== null) return false
    this.#keepOnlyOf(snapshot(), today())
    const address = url as string
    const ready = this.#kept[languageOf(headers)].get(addressHash(address))
    if (ready?.address !== address) return false
    const caller = callers ? callerOf(headers.authorization, callers) : null
    if (callers && caller === null) return false
    // A client that may ask no more is told so on the long way, which counts nothing for it either.
    if (clients && clients.spend(caller, addressOf(request), 1) > 0) return false
    const started = performance.now()
    const id = requestId(request)
    const known = headers['if-none-match']
    const { heads, body, answered } = ready
    const confirmed = known !== undefined && namesTag(known, heads.tag)
    const { kind, head } = confirmed ? heads.notModified : heads.whole
    // One array serves all: it is written out before the next request comes.
    head[1] = id
    if (confirmed) response.writeHead(304, head).end()
    else {
      head[head.length - 1] = body.length
      response.writeHead(200, head).end(body, 'latin1')
    }
    const milliseconds = performance.now() - started
    if (answered) answered.count.total += 1
    logController.done({ id, kind, milliseconds, caller, answered, answers: 1 })
    trace?.({ id, method, route: heads.route, status: confirmed ? 304 : 200, address, headers })
    return true
  }
}

/** A page of another origin has answers of its own: they name the origin. */
const fromPage = ({ headers }: Pick<IncomingMessage, 'headers'>) => headers.origin !== undefined

const noAnswers = (items: number): Record<Language, LRUCache<number, ReadyAnswer>> => {
  const { least, perItem, most, heapShare } = keptBytes
  const maxSize = Math.floor(Math.min(least + items * perItem, most, getHeapStatistics().heap_size_limit * heapShare))
  const bounds = {
    maxSize,
    // What many would have to make way for is not worth it.
    maxEntrySize: Math.ceil(maxSize / 4),
    sizeCalculation: ({ address, body }: ReadyAnswer) => body.length + address.length + overhead,
  }
  return { zh: new LRUCache(bounds), en: new LRUCache(bounds) }
}
