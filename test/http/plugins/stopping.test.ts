import { Agent, get, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { build } from '../../build-service.ts'

t.test(
  'once it is stopping the service is not ready, still answers, and keeps connections until it closes',
  async (t) => {
    let stopping = false
    const { app } = await build(t, { parts: { stopping: () => stopping } })
    t.match(await app.inject({ url: '/readyz' }), { statusCode: 200, headers: { connection: 'keep-alive' } })
    stopping = true
    const { statusCode, headers, body } = await app.inject({ url: '/readyz', headers: { 'accept-language': 'en' } })
    t.match({ statusCode, headers }, { statusCode: 503, headers: { connection: 'keep-alive' } })
    t.match(JSON.parse(body), { type: 'urn:qingdan:problem:unavailable', detail: /is stopping/ })
    t.match(await app.inject({ url: '/v1/lists' }), { statusCode: 200, headers: { connection: 'keep-alive' } })
    t.equal((await app.inject({ url: '/livez' })).statusCode, 200)
  },
)

t.test('while it closes, the last answer over each open connection says so, also one that was kept', async (t) => {
  let stopping = false
  const { app } = await build(t, { parts: { stopping: () => stopping } })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const asker = () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    t.teardown(() => agent.destroy())
    return async (path: string) => {
      const answer = await new Promise<IncomingMessage>((resolve, reject) =>
        get({ port, host: '127.0.0.1', path, agent }, resolve).on('error', reject),
      )
      answer.resume()
      return { status: answer.statusCode, connection: answer.headers.connection }
    }
  }
  const kept = '/v1/check?kind=task&name=a'
  const [one, other, third] = [asker(), asker(), asker()]
  for (const ask of [one, other, third]) t.strictSame(await ask(kept), { status: 200, connection: 'keep-alive' })
  stopping = true
  const closed = app.close()
  await wait(50)
  t.strictSame(await one(kept), { status: 200, connection: 'close' })
  t.strictSame(await other('/v1/%zz'), { status: 400, connection: 'close' })
  t.strictSame(await third('/nowhere'), { status: 404, connection: 'close' })
  await t.rejects(one(kept), { code: 'ECONNREFUSED' })
  await closed
})

t.test('a connection that stays silent does not keep it from closing', async (t) => {
  const { app } = await build(t, { parts: { stopping: () => true } })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.write('GET /livez HTTP/1.1\r\nHost: a\r\n\r\n')
  const ended = new Promise((resolve) => socket.resume().on('close', resolve))
  await wait(50)
  await app.close()
  await ended
  t.notOk(app.server.listening)
})
