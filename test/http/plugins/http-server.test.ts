import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import t from 'tap'
import { build } from '../../build-service.ts'

/** What comes back over one connection for so many requests that are sent in one piece, one behind the other. */
async function pipelined(port: number, address: string, requests: number): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const one = (more = '') => `GET ${address} HTTP/1.1\r\nHost: a\r\n${more}\r\n`
  socket.write(one().repeat(requests - 1) + one('Connection: close\r\n'))
  return text(socket).catch(() => '')
}

t.test(
  'a connection that asks hundreds of times without waiting for an answer is closed; a few are answered',
  async (t) => {
    const { app } = await build(t)
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    const answers = (received: string) => received.match(/^HTTP\/1\.1 200/gm)?.length ?? 0
    t.equal(answers(await pipelined(port, '/check', 10)), 10)
    t.ok(answers(await pipelined(port, '/check', 500)) < 17, 'most of them never were worked on')
    t.equal(answers(await pipelined(port, '/check', 10)), 10, 'and others are served')
    // The third time it is sent as it was kept, before any route.
    for (const address of Array.from({ length: 3 }, () => '/v1/lists/annex-3/items?limit=100'))
      t.ok(answers(await pipelined(port, address, 500)) < 17, 'what is kept is held to the same')
  },
)
