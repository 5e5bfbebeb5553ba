import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { ProblemError } from '../answers/problem.ts'

const host = new ProblemError('malformed-request', {
  zh: '请求头须有且只有一个 Host，值为主机名，可带端口。',
  en: 'The request must have one Host header, a host name with or without a port.',
})
const expectation = new ProblemError('expectation-failed', {
  zh: '请求头 Expect 只支持 100-continue。',
  en: 'Expect may be 100-continue only.',
})

/** What may stand in Host: a name or an address, and a port (RFC 9110, 7.2); also nothing. */
const hostValue = /^(?:\[[\da-f:.]*\]|[\w.~!$&'()*+,;=%-]*)(?::\d*)?$/i

/** How many lines of this name a request has. Node keeps the first of some names and drops the others. */
function linesOf(name: string, rawHeaders: readonly string[]): number {
  let lines = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const written = rawHeaders[at] as string
    if (written.length === name.length && written.toLowerCase() === name) lines += 1
  }
  return lines
}

/**
 * Why a request is refused whatever it asks for, or null: its Host (RFC 9112, 3.2), for a proxy may have gone by the other of two, or an
 * expectation that nobody meets (RFC 9110, 10.1.1).
 */
export function refusalOfHead({
  httpVersion,
  headers,
  rawHeaders,
}: Pick<IncomingMessage, 'httpVersion' | 'headers' | 'rawHeaders'>): ProblemError | null {
  const hosts = linesOf('host', rawHeaders)
  if (hosts > 1 || (hosts === 0 && httpVersion === '1.1') || !hostValue.test(headers.host ?? '')) return host
  if (headers.expect !== undefined && headers.expect.toLowerCase() !== '100-continue') return expectation
  return null
}

/**
 * Refuses such requests with problem details, logged and counted as all others: Node's own refusals have neither. What is refused for its Host
 * also ends the connection, for nobody knows who sent what over it.
 */
export function refuseUnacceptableHeads(app: FastifyInstance): void {
  const { server } = app
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))
  app.addHook('onRequest', ({ raw }, reply, done) => {
    const refusal = refusalOfHead(raw)
    if (refusal === null) return done()
    if (refusal === host) reply.header('connection', 'close')
    done(refusal)
  })
}
