import { finished } from 'node:stream'
import type { FastifyInstance } from 'fastify'

/** How long a body that is too large is taken in before it is refused, in milliseconds. */
const patience = 2000

const tooLarge = Object.assign(new Error('The body is larger than allowed.'), { statusCode: 413 })

/**
 * Refuses a body that is announced as too large only when it was sent, or after a while. Most clients write all of it before they read:
 * were the connection closed meanwhile, they would see a broken pipe and not why (RFC 9112, 9.6). What is taken in is not kept.
 */
export function hearOutLargeBodies(app: FastifyInstance): void {
  app.addHook('preParsing', ({ raw, headers, routeOptions }, reply, _payload, done) => {
    if (!(Number(headers['content-length']) > routeOptions.bodyLimit)) return done()
    const refuse = () => {
      clearTimeout(timer)
      forget()
      reply.header('connection', 'close')
      done(tooLarge)
    }
    const timer = setTimeout(refuse, patience)
    const forget = finished(raw, { writable: false }, refuse)
    raw.resume()
  })
}
