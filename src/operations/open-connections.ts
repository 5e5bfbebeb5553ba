import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** What was last asked on a connection; undefined before the first request. */
type LastAsked = { request: IncomingMessage; response: ServerResponse } | undefined

interface Client {
  name: string
  /** The connection on which nothing was asked for longest first. */
  connections: Map<Socket, LastAsked>
}

/** Whether a request arrived whole and has no answer yet. One that is still being sent does not count: slow senders would keep their places. */
function waitsForAnswer(last: LastAsked): boolean {
  return last?.request.complete === true && !last.response.closed
}

/** The open connections of a server, by client. */
export class OpenConnections {
  readonly #clients = new Map<string, Client>()
  readonly #clientOf = new Map<Socket, Client>()

  get count(): number {
    return this.#clientOf.size
  }

  opened(socket: Socket, name: string): void {
    const client = this.#clients.get(name) ?? { name, connections: new Map() }
    this.#clients.set(name, client)
    this.#clientOf.set(socket, client)
    client.connections.set(socket, undefined)
  }

  asked(request: IncomingMessage, response: ServerResponse): void {
    const connections = this.#clientOf.get(request.socket)?.connections
    connections?.delete(request.socket)
    connections?.set(request.socket, { request, response })
  }

  closed(socket: Socket): void {
    const client = this.#clientOf.get(socket)
    if (client === undefined) return
    this.#clientOf.delete(socket)
    client.connections.delete(socket)
    if (client.connections.size === 0) this.#clients.delete(client.name)
  }

  /** Of the client that has the most, the connection on which nothing was asked for longest; null where all of them wait for an answer. */
  leastNeeded(): Socket | null {
    let most = new Map<Socket, LastAsked>()
    for (const { connections } of this.#clients.values()) if (connections.size > most.size) most = connections
    for (const [socket, last] of most) if (!waitsForAnswer(last)) return socket
    return null
  }
}
