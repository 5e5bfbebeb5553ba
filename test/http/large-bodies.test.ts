import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { build } from '../build-service.ts'

const limit = 2 * 1024 * 1024

const head = (length: number) =>
  `POST /v1/check HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`

async function connected(t: Test) {
  const { app } = await build(t)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  t.teardown(() => socket.destroy())
  return { app, socket }
}

/** Announces a body of this length and sends these bytes before it reads any. */
async function sendThenRead(t: Test, length: number, body: Buffer): Promise<string> {
  const { socket } = await connected(t)
  socket.pause()
  socket.write(head(length))
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.end(body, () => resolve())
  })
  return text(socket.resume())
}

const refused = /^HTTP\/1\.1 413 .*"type":"[^"]*content-too-large"/s

t.test('whoever sends all of a body that is too large before he reads is told so', async (t) => {
  const size = 20 * limit
  const answer = await sendThenRead(t, size, Buffer.alloc(size, 32))
  t.match(answer, refused)
  t.match(answer, /^connection: close\r$/im)
})

t.test('whoever announces such a body and sends little of it is told so all the same', async (t) => {
  const { socket } = await connected(t)
  socket.write(`${head(limit + 1)}{`)
  t.match(await text(socket), refused)
})

t.test('whoever gives up meanwhile does no harm', async (t) => {
  const { app, socket } = await connected(t)
  socket.write(`${head(limit + 1)}{`)
  const [request] = (await once(app.server, 'request')) as [IncomingMessage]
  const closed = new Promise((resolve) => request.once('close', resolve))
  request.once('error', () => {})
  socket.destroy()
  await closed
  t.equal((await app.inject('/livez')).statusCode, 200)
})

t.test('a body of the largest size is read', async (t) => {
  const body = Buffer.from('{"questions":[]}'.padEnd(limit))
  t.match(await sendThenRead(t, body.length, body), /^HTTP\/1\.1 400 .*questions/s)
})
