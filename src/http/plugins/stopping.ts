import { once } from 'node:events'
import { Server } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** How long a connection may take for its next request, the last, once the service closes; in milliseconds. */
const lastRequest = 1000

/**
 * Closes the connections of a process that was told to stop so that none of them breaks. No new one is taken; those that are open have
 * their next answer with `Connection: close`, and those that are silent for a second are closed. Node's own way closes silent ones at once,
 * and with them requests that are on their way in. Until then answers keep connections open: who has to connect anew for each request has
 * his last connection reset in the queue of those not yet taken.
 */
export class OrderlyClose {
  #begun = false

  /** Whether each answer is to be the last over its connection. */
  readonly begun = (): boolean => this.#begun

  /** Tells callers that an answer is the last. Fastify itself does so only where hooks run. */
  readonly tellLast = (_request: FastifyRequest, reply: FastifyReply): void => {
    if (this.#begun) reply.header('connection', 'close')
  }

  watch(app: FastifyInstance, stopping: () => boolean): void {
    app.addHook('preClose', async () => {
      this.#begun = true
      const { server } = app
      if (!stopping() || !server.listening) return
      const closed = once(server, 'close')
      Server.prototype.close.call(server)
      await Promise.race([closed, wait(lastRequest)])
    })
  }
}
