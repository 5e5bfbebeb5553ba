import { once } from 'node:events'
import { Agent, type IncomingMessage, request as open } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { Request } from './request.ts'

/** One answer. */
export interface Exchange {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** What the connection or the clock adds to an answer; a server that sends ready answers gets it from its own node:http. */
const fromTheServer = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])

/** Asks once, on a connection of its own that stays open as those of the load do. */
export async function exchange(port: number, { method, path, headers, body }: Request): Promise<Exchange> {
  const agent = new Agent({ keepAlive: true })
  const sent = open({ agent, host: '127.0.0.1', port, method, path, headers: { ...headers } })
  sent.end(body)
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  const received = await buffer(response)
  const pairs = response.rawHeaders.flatMap((name, at, all) => (at % 2 === 0 ? [[name, all[at + 1] as string]] : []))
  agent.destroy()
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(pairs.filter(([name = '']) => !fromTheServer.has(name.toLowerCase()))),
    body: received,
  }
}
