import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { refuseUnreadable as refuser } from '../../../src/http/plugins/client-error.ts'
import { Traffic } from '../../../src/operations/traffic.ts'
import { build } from '../../build-service.ts'
import { logLines } from '../../log-lines.ts'
import { sendRaw } from '../../send-raw.ts'

const refuseUnreadable = refuser({ refusedUnread: () => {} }).bind({ log: logLines().logger })

/** A connection that keeps what is written to it. */
function connection() {
  const written: Buffer[] = []
  const socket = new Duplex({
    read() {},
    write(part: Buffer, _encoding, done) {
      written.push(part)
      done()
    },
  })
  return { socket: socket as Socket, text: () => Buffer.concat(written).toString() }
}

const failure = (code: string) => Object.assign(new Error(code), { code })

t.test('a request that never ends is told so', async (t) => {
  const { socket, text } = connection()
  refuseUnreadable(failure('ERR_HTTP_REQUEST_TIMEOUT'), socket)
  const [head = '', body = ''] = text().split('\r\n\r\n')
  t.ok(head.startsWith('HTTP/1.1 408 Request Timeout\r\n'))
  t.match(head, `content-length: ${Buffer.byteLength(body)}`)
  t.match(head, 'connection: close')
  t.match(JSON.parse(body), { type: 'urn:qingdan:problem:request-timeout', title: '请求超时', status: 408 })
})

t.test('a failure without a code is a malformed request', async (t) => {
  const { socket, text } = connection()
  refuseUnreadable(new Error('odd'), socket)
  t.match(text(), /^HTTP\/1\.1 400 Bad Request\r\n/)
})

t.test('nobody is answered who is gone', async (t) => {
  const reset = connection()
  refuseUnreadable(failure('ECONNRESET'), reset.socket)
  t.ok(reset.socket.destroyed)
  t.equal(reset.text(), '')
  const ended = connection()
  ended.socket.end()
  refuseUnreadable(failure('HPE_INVALID_METHOD'), ended.socket)
  t.ok(ended.socket.destroyed)
  t.equal(ended.text(), '')
})

t.test('an answer that is still being sent does not get a refusal into its middle', async (t) => {
  const server = createServer((_request, response) => response.write('the beginning')).on(
    'clientError',
    refuseUnreadable,
  )
  t.teardown(() => server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
  let received = ''
  socket.on('data', (part) => {
    received += part
    if (`${part}`.includes('the beginning')) socket.write('no request\r\n\r\n')
  })
  // A connection that is cut off may well be reset.
  await new Promise((resolve) => socket.on('error', () => {}).on('close', resolve))
  t.match(received, 'the beginning')
  t.notMatch(received, ' 400 ')
})

t.test('what never becomes a request is logged and counted too, under words of which there are few', async (t) => {
  const { logger, lines } = logLines()
  const traffic = new Traffic()
  const { app } = await build(t, { logger, parts: { traffic } })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const refused = {
    'FOO /v1/lists HTTP/1.1\r\nHost: a\r\n\r\n': { method: 'none', status: 400, code: 'HPE_INVALID_METHOD' },
    [`GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`]: {
      method: 'none',
      status: 431,
      code: 'HPE_HEADER_OVERFLOW',
    },
    'CONNECT example.org:443 HTTP/1.1\r\nHost: a\r\n\r\n': { method: 'CONNECT', status: 400 },
  }
  for (const [bytes, told] of Object.entries(refused)) {
    const [head = '', body = ''] = (await sendRaw(app, bytes)).split('\r\n\r\n')
    t.ok(head.startsWith(`HTTP/1.1 ${told.status} `), head)
    t.match(JSON.parse(body), { status: told.status, type: /^urn:qingdan:problem:/ })
    const line = lines.at(-1)
    t.match(line, { ...told, route: null, msg: 'request' })
    t.match(head, `x-request-id: ${line?.id}`)
  }
  t.strictSame(
    [...traffic.requests].map(([words, count]) => [...words, count]),
    [
      ['none', 'none', '400', 1],
      ['none', 'none', '431', 1],
      ['CONNECT', 'none', '400', 1],
    ],
  )
})

t.test('a method that Node knows and the service does not is refused like an address that nobody knows', async (t) => {
  const traffic = new Traffic()
  const { app } = await build(t, { logger: logLines().logger, parts: { traffic } })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const answer = await sendRaw(app, 'PROPFIND /v1/lists HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
  t.match(answer, /^HTTP\/1\.1 404 [\s\S]*application\/problem\+json/)
  t.strictSame([...traffic.requests], [[['PROPFIND', 'none', '404'], 1]])
})

t.test('a body that cannot be read on is refused, and told of once, as the request that it belongs to', async (t) => {
  const { logger, lines } = logLines()
  const { app } = await build(t, { logger })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const head =
    'POST /v1/check HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n'
  t.match(await sendRaw(app, `${head}zz\r\n\r\n`), /^HTTP\/1\.1 400 /)
  while (!lines.some(({ msg }) => msg === 'request')) await wait(5)
  const told = lines.filter(({ msg }) => msg === 'request')
  t.match(told, [{ method: 'POST', route: '/v1/check', status: 400 }])
  t.equal(told.length, 1)
})

t.test('whoever writes on after his refusal is cut off all the same', async (t) => {
  const { app } = await build(t)
  await app.listen({ host: '127.0.0.1', port: 0 })
  for (const bytes of ['FOO / HTTP/1.1\r\nHost: a\r\n\r\n', 'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n']) {
    const { port } = app.server.address() as AddressInfo
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => {})
    socket.write(bytes)
    const writing = setInterval(() => socket.write('x'), 20)
    socket.resume()
    await new Promise((resolve) => socket.on('close', resolve))
    clearInterval(writing)
  }
  t.equal(await new Promise((resolve) => app.server.getConnections((_error, count) => resolve(count))), 0)
})

t.test('whoever resets the connection that he asked a tunnel over stops nobody', async (t) => {
  const { app } = await build(t)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const failed = new Promise((resolve) => app.server.on('connection', (socket) => socket.on('error', resolve)))
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.write('CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n')
  await once(socket, 'data')
  socket.resetAndDestroy()
  t.match(await failed, { code: 'ECONNRESET' })
})
