import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { Duplex } from 'node:stream'
import t from 'tap'
import { refuseUnreadable } from '../../src/http/client-error.ts'

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
