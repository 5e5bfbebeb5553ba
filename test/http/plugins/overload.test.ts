import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { readConfig } from '../../../src/config/config.ts'
import { build } from '../../build-service.ts'
import { logLines } from '../../log-lines.ts'

const measured = 1500

t.test('with its heap nearly full the service refuses early, and its probes still answer', async (t) => {
  const { logger, lines } = logLines()
  const settings = { ...readConfig({}), overload: { eventLoopDelayMs: 0, heapMb: 1 } }
  const { app } = await build(t, { logger, parts: { settings } })
  await app.ready()
  await wait(measured)
  const refused = await app.inject({ url: '/v1/lists', headers: { 'accept-language': 'en' } })
  t.equal(refused.statusCode, 503)
  t.equal(refused.headers['retry-after'], '2')
  t.match(refused.json(), { type: 'urn:qingdan:problem:overloaded', title: 'Service overloaded' })
  const page = await app.inject({ url: '/lists', headers: { accept: 'text/html' } })
  t.match({ statusCode: page.statusCode, ...page.headers }, { statusCode: 503, 'retry-after': '2' })
  t.match(page.payload, '<!doctype html>')
  t.equal((await app.inject({ url: '/livez' })).statusCode, 200)
  t.equal((await app.inject({ url: '/readyz' })).statusCode, 200)
  t.notOk(
    lines.some((line) => 'err' in line),
    'a refusal under load does not cost a stack in the log',
  )
})

t.test('with room for both it answers', async (t) => {
  const { app } = await build(t)
  await app.ready()
  await wait(measured)
  t.equal((await app.inject({ url: '/v1/lists' })).statusCode, 200)
})

t.test('a lag that lasts is overload, a machine that stood still once is not', async (t) => {
  const settings = { ...readConfig({}), overload: { eventLoopDelayMs: 1, heapMb: 0 } }
  const { app } = await build(t, { parts: { settings } })
  await app.ready()
  const standStill = async () => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, measured)
    await wait(20)
  }
  await standStill()
  t.equal((await app.inject({ url: '/v1/lists' })).statusCode, 200)
  await standStill()
  t.equal((await app.inject({ url: '/v1/lists' })).statusCode, 503)
})
