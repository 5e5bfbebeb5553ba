import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { build } from '../build-service.ts'

const limit = 2 * 1024 * 1024

async function connected(t: Test): Promise<Socket> {
  const { app } = await build(t)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  t.teardown(() => socket.destroy())
  return socket
}

const head = (...more: string[]) =>
  ['POST /v1/check HTTP/1.1', 'Host: a', 'Content-Type: application/json', ...more, '', ''].join('\r\n')

/** Sends all of a request before it reads, as most clients do; a broken pipe fails. */
async function sendThenRead(socket: Socket, ...parts: (string | Buffer)[]): Promise<string> {
  socket.pause()
  for (const part of parts) {
    await new Promise<void>((sent, fail) => {
      socket.write(part, (error) => (error ? fail(error) : sent()))
    })
  }
  socket.end()
  return text(socket.resume())
}

const statuses = (received: string) => [...received.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)

t.test('whoever sends all of a body that is too large before he reads is told so', async (t) => {
  const size = 20 * limit
  for (const more of [[], ['Connection: close']]) {
    const received = await sendThenRead(
      await connected(t),
      head(`Content-Length: ${size}`, ...more),
      Buffer.alloc(size, 32),
    )
    t.strictSame(statuses(received), ['413'])
    t.match(received, /"type":"[^"]*content-too-large"/)
  }
})

t.test('a body that does not say how large it is is taken in as well', async (t) => {
  const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(0x100000, 32), Buffer.from('\r\n')])
  const chunks = Array.from({ length: 20 }, () => chunk)
  const received = await sendThenRead(await connected(t), head('Transfer-Encoding: chunked'), ...chunks, '0\r\n\r\n')
  t.strictSame(statuses(received), ['413'])
})

t.test('the connection serves the next request once such a body has come', async (t) => {
  const next = 'GET /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'
  const received = await sendThenRead(
    await connected(t),
    head(`Content-Length: ${limit + 1}`),
    Buffer.alloc(limit + 1, 32),
    next,
  )
  t.strictSame(statuses(received), ['413', '200'])
})

t.test('whoever announces such a body and sends little of it is answered at once, and once only', async (t) => {
  const received = await sendThenRead(await connected(t), head(`Content-Length: ${limit + 1}`), '{')
  t.strictSame(statuses(received), ['413'])
})

t.test('a body of the largest size is read', async (t) => {
  const body = Buffer.from('{"questions":[]}'.padEnd(limit))
  const received = await sendThenRead(await connected(t), head(`Content-Length: ${limit}`, 'Connection: close'), body)
  t.match(received, /^HTTP\/1\.1 400 .*questions/s)
})
