import type { FastifyInstance } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { RateLimit } from '../../config/config-values.ts'
import { ProblemError } from '../answers/problem.ts'
import { clientKey } from './client-address.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /**
     * Counts the names that the request asks about, which are one until more are told; null where nothing is counted.
     * @throws ProblemError when they are more than the client may still ask
     */
    countNames: ((names: number) => void) | null
  }
}

/** Of how many clients it is known what they asked. Beyond that, those who asked longest ago begin anew. */
const mostClients = 10_000

/** What one client has asked since it began. */
interface Spent {
  names: number
  readonly until: number
}

/** Counts the names that each client asks about, in a window that begins with its first; this replica counts for itself. */
export class ClientCounts {
  readonly #limit: RateLimit
  readonly #spent = new LRUCache<string, Spent>({ max: mostClients })

  constructor(limit: RateLimit) {
    this.#limit = limit
  }

  get limit(): RateLimit {
    return this.#limit
  }

  /**
   * @param caller the name that goes with the key of the request, or null: then its address counts
   * @param address undefined of whoever has hung up already
   * @returns 0 where the client may ask them, and they are counted; otherwise the milliseconds until its next window
   */
  spend(caller: string | null, address: string | undefined, names: number): number {
    const client = caller === null ? `address ${clientKey(address)}` : `caller ${caller}`
    const now = performance.now()
    const { max, windowMs } = this.#limit
    const known = this.#spent.get(client)
    const spent = known && known.until > now ? known : { names: 0, until: now + windowMs }
    if (spent.names + names > max) return spent.until - now
    spent.names += names
    this.#spent.set(client, spent)
    return 0
  }
}

function refusal({ max, windowMs }: RateLimit, names: number): ProblemError {
  const seconds = windowMs / 1000
  if (names > max)
    return new ProblemError('too-many-requests', {
      zh: `一次提出 ${names} 个名称，超过每 ${seconds} 秒 ${max} 个的上限。请分批发送，每批不超过 ${max} 个。`,
      en: `${names} names at once are more than the ${max} allowed in ${seconds} seconds. Send them in parts of ${max} names at most.`,
    })
  return new ProblemError('too-many-requests', {
    zh: `请求过于频繁：每 ${seconds} 秒最多 ${max} 次，批量请求按名称个数计。请按 Retry-After 稍后重试。`,
    en: `Too many requests: ${max} in ${seconds} seconds are allowed, and each name of a batch counts. Try again after Retry-After.`,
  })
}

/**
 * Bounds what one caller, or one address where a request has no valid key, may ask in a while. It stands
 * before the keys are asked for, so that whoever tries keys is counted too, apart from callers behind the same address.
 * The names of a batch that finds no room are not counted: a smaller one may find it.
 */
export function limitRate(app: FastifyInstance, clients: ClientCounts): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { caller, ip } = request
    let counted = 0
    request.countNames = (names) => {
      const wait = clients.spend(caller, ip, Math.max(names - counted, 0))
      if (wait > 0) {
        reply.header('retry-after', Math.ceil(wait / 1000))
        throw refusal(clients.limit, names)
      }
      counted = names
    }
    request.countNames(1)
    done()
  })
}
