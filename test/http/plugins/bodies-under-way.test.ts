import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, type Socket } from 'node:net'
import t, { type Test } from 'tap'
import type { App } from '../../../src/app.ts'
import { build, patient } from '../../build-service.ts'

const megabyte = 1024 * 1024
const questions = { questions: [{ kind: 'certificate', name: '未婚证明' }] }

async function listening(t: Test) {
  const { app } = await build(t, { parts: { settings: { ...patient, trustedProxies: ['127.0.0.1'] } } })
  await app.listen({ host: '127.0.0.1', port: 0 })
  return app
}

/** Begins to send a form, announces its length and goes on no further. */
async function begin(t: Test, app: App, client: string, length: string): Promise<Socket> {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  t.teardown(() => socket.destroy())
  await once(socket, 'connect')
  const seen = once(app.server, 'request')
  socket.write(
    `POST /check HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: ${client}\r\nContent-Type: application/x-www-form-urlencoded\r\n${length}\r\n\r\nname=`,
  )
  await seen
  return socket
}

const ask = (app: App, client: string) =>
  app.inject({ method: 'POST', url: '/v1/check', payload: questions, headers: { 'x-forwarded-for': client } })

t.test('who sends too much at the same time is told so, and others are served', async (t) => {
  const app = await listening(t)
  const length = `Content-Length: ${4 * megabyte}`
  const slow = [await begin(t, app, '192.0.2.1', length), await begin(t, app, '192.0.2.1', length)]
  for (const _ of [3, 4]) slow.push(await begin(t, app, '192.0.2.1', 'Transfer-Encoding: chunked'))
  const refused = await ask(app, '192.0.2.1')
  t.match(refused.json(), { status: 503, type: 'urn:qingdan:problem:overloaded', detail: /同时发送的内容过多/ })
  t.equal(refused.headers['retry-after'], '2')
  t.equal((await app.inject({ url: '/v1/lists', headers: { 'x-forwarded-for': '192.0.2.1' } })).statusCode, 200)
  t.equal((await ask(app, '192.0.2.2')).statusCode, 200, 'another client')
  const ended = once(slow[0] as Socket, 'close')
  slow[0]?.destroy()
  await ended
  while ((await ask(app, '192.0.2.1')).statusCode !== 200) await new Promise(setImmediate)
  t.pass('where one has ended, there is room again')
})

t.test('all clients together may not send more than there is room for', async (t) => {
  const app = await listening(t)
  for (let client = 1; client <= 4; client += 1) {
    for (let form = 0; form < 4; form += 1) await begin(t, app, `192.0.2.${client}`, `Content-Length: ${4 * megabyte}`)
  }
  t.match((await ask(app, '192.0.2.9')).json(), { status: 503, detail: /正在接收的内容过多/ })
  t.equal((await app.inject('/v1/lists')).statusCode, 200, 'what has no body is answered')
})
