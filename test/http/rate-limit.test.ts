import t from 'tap'
import type { App } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { Traffic } from '../../src/http/traffic.ts'
import { build } from '../build-service.ts'

const settings = { ...readConfig({}), rateLimit: { max: 2, windowMs: 60_000 }, trustedProxies: ['127.0.0.1'] }
const callers = { nameOf: (key: string) => key }

t.test('who asks more often than allowed is told when to come back', async (t) => {
  const { app } = await build(t, { parts: { settings } })
  const ask = (address: string) => app.inject({ url: '/v1/lists', headers: { 'x-forwarded-for': address } })
  for (const _ of [1, 2]) {
    const { statusCode, headers } = await ask('192.0.2.1')
    t.equal(statusCode, 200)
    t.notMatch(Object.keys(headers).join(), /ratelimit/i, 'headers of a draft long replaced are not sent')
  }
  const refused = await ask('192.0.2.1')
  t.equal(refused.statusCode, 429)
  t.equal(refused.headers['retry-after'], '60')
  t.match(refused.headers['content-type'], 'application/problem+json')
  t.match(refused.json(), { type: 'urn:qingdan:problem:too-many-requests', detail: /每 60 秒最多 2 次/ })
  t.notMatch(Object.keys(refused.headers).join(), /ratelimit/i)
  t.equal((await ask('192.0.2.2')).statusCode, 200, 'another address has a count of its own')
  t.equal((await app.inject({ url: '/readyz' })).statusCode, 200, 'probes are not counted')
})

t.test('callers with keys are counted by name, wherever they call from', async (t) => {
  const { app } = await build(t, { parts: { settings, callers } })
  const ask = (key: string, address: string) =>
    app.inject({ url: '/v1/lists', headers: { authorization: `Bearer ${key}`, 'x-forwarded-for': address } })
  const statuses = [await ask('a', '192.0.2.1'), await ask('a', '192.0.2.2'), await ask('a', '192.0.2.3')]
  t.same(
    statuses.map((response) => response.statusCode),
    [200, 200, 429],
  )
  t.equal((await ask('b', '192.0.2.1')).statusCode, 200)
})

t.test('who has hung up before he is counted is no fault', async (t) => {
  const hangUp = (app: App, _options: object, done: () => void) => {
    app.addHook('onRequest', (request, _reply, next) => {
      Object.defineProperty(request.raw.socket, 'remoteAddress', { value: undefined })
      next()
    })
    done()
  }
  const tracing = Object.assign(hangUp, { [Symbol.for('skip-override')]: true }) as never
  const traffic = new Traffic()
  const { app } = await build(t, { parts: { settings, traffic, tracing } })
  for (const status of [200, 200, 429]) t.equal((await app.inject('/v1/lists')).statusCode, status)
  t.equal(traffic.faults, 0)
})
