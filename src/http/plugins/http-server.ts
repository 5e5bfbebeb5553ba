import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Timeouts } from '../../config/config.ts'
import { absentBodiesEnded } from './absent-bodies.ts'

/** How often it is looked whether a request has taken too long to arrive, in milliseconds: so much later a timeout may hold. Node's own default is 30 s. */
const timeoutsChecked = 300

/** Requests of one connection that may wait for their answers. Browsers and proxies send the next one after the answer to the last. */
const mostWaiting = 16

/**
 * Counts the requests of each connection that have no answer yet. Node takes in as many as are sent one behind the other (pipelining,
 * RFC 9112, 9.3.2): some thousands in a piece would keep everybody else waiting for seconds.
 */
function waitingPerConnection(): (socket: Socket, response: ServerResponse) => boolean {
  const waiting = new WeakMap<Socket, number>()
  return (socket, response) => {
    const count = waiting.get(socket) ?? 0
    if (count >= mostWaiting || socket.destroyed) return false
    waiting.set(socket, count + 1)
    response.once('close', () => waiting.set(socket, (waiting.get(socket) as number) - 1))
    return true
  }
}

/**
 * Makes the server of an application, with the timeouts that were set.
 * @param ahead answers what it can without the application, and says whether it did
 */
export function httpServer(
  timeouts: Timeouts,
  ahead: (request: IncomingMessage, response: ServerResponse) => boolean,
): (application: RequestListener) => Server {
  return (application) => {
    const mayWait = waitingPerConnection()
    const server = createServer(
      {
        headersTimeout: timeouts.headers,
        requestTimeout: timeouts.request,
        keepAliveTimeout: timeouts.keepAlive,
        connectionsCheckingInterval: timeoutsChecked,
        keepAliveTimeoutBuffer: timeoutsChecked,
        // refuseUnacceptableHeads says it in problem details.
        requireHostHeader: false,
        ...absentBodiesEnded,
      },
      (request, response) => {
        if (!mayWait(request.socket, response)) request.socket.destroy()
        else if (!ahead(request, response)) application(request, response)
      },
    )
    return server.setTimeout(timeouts.connection)
  }
}
