import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import type { App } from '../../../src/app.ts'
import { readConfig } from '../../../src/config/config.ts'
import { Traffic } from '../../../src/operations/traffic.ts'
import { build, patient, watching } from '../../build-service.ts'

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
  const traffic = new Traffic()
  const { app } = await build(t, { parts: { settings, traffic, tracing: watching(hangUp) } })
  for (const status of [200, 200, 429]) t.equal((await app.inject('/v1/lists')).statusCode, status)
  t.equal(traffic.faults, 0)
})

t.test('a client is counted once however its proxy writes its address', async (t) => {
  for (const writings of [
    ['192.0.2.1:5678', '192.0.2.1', '::ffff:192.0.2.1'],
    ['[2001:db8::1]:443', '2001:db8::1', '2001:DB8:0::1'],
    ['192.0.2.9:1, 127.0.0.1:99', '192.0.2.9:2', '192.0.2.9, 127.0.0.1'],
  ]) {
    const { app } = await build(t, { parts: { settings } })
    const statuses: number[] = []
    for (const address of writings)
      statuses.push((await app.inject({ url: '/v1/lists', headers: { 'x-forwarded-for': address } })).statusCode)
    t.strictSame(statuses, [200, 200, 429], writings.join(' '))
  }
})

t.test('a key that is refused is counted by its address, and keeps nobody out who has a right one', async (t) => {
  const known = { nameOf: (key: string) => (key === 'right' ? 'platform' : null) }
  const { app } = await build(t, { parts: { settings, callers: known } })
  const ask = async (authorization?: string) => {
    const { statusCode, headers } = await app.inject({
      url: '/v1/lists',
      headers: authorization ? { authorization } : {},
    })
    return [statusCode, headers['retry-after']]
  }
  t.strictSame(await ask('Bearer wrong'), [401, undefined])
  t.strictSame(await ask(), [401, undefined])
  t.strictSame(await ask('Bearer other'), [429, '60'])
  t.strictSame(await ask('Bearer right'), [200, undefined])
})

/** Everything that asks about several names at once, with so many of them. */
const batches = (names: string[]): Record<string, { url: string; payload?: object | string; type?: string }> => ({
  check: { url: '/v1/check', payload: { questions: names.map((name) => ({ kind: 'certificate', name })) } },
  survey: { url: '/v1/signboards/survey', payload: { boards: names.map((name) => ({ name, place: 'exterior' })) } },
  ledger: {
    url: '/v1/ledger',
    payload: {
      village: 'a',
      certificates: names.slice(1).map((name) => ({ name })),
      tasks: names.slice(0, 1).map((name) => ({ name })),
    },
  },
  page: { url: '/check', payload: `text=${names.join('%0A')}`, type: 'application/x-www-form-urlencoded' },
  boards: { url: `/boards?${names.map((name) => `out=${name}`).join('&')}` },
})

t.test('a batch counts by its names, whatever the door', async (t) => {
  const five = { ...patient, rateLimit: { max: 5, windowMs: 60_000 } }
  for (const door of Object.keys(batches([]))) {
    const { app } = await build(t, { parts: { settings: five } })
    const ask = async (...names: string[]) => {
      const {
        url,
        payload,
        type = 'application/json',
      } = batches(names)[door] as { url: string; payload?: object; type?: string }
      const sent = payload ? { method: 'POST' as const, payload, headers: { 'content-type': type } } : {}
      const { statusCode, headers, payload: answer } = await app.inject({ url, ...sent })
      return { status: statusCode, again: headers['retry-after'], answer }
    }
    const large = await ask('a', 'b', 'c', 'd', 'e', 'f')
    t.match(large, { status: 429, again: '60', answer: /一次提出 6 个名称，超过每 60 秒 5 个的上限/ }, door)
    t.match(await ask('a', 'b', 'c'), { status: 200 }, `${door}: the one refused took one`)
    t.match(await ask('a', 'b'), { status: 429, again: '60', answer: /请求过于频繁/ }, door)
  }
})

t.test('what was asked is forgotten when its time is over', async (t) => {
  const short = { ...patient, rateLimit: { max: 1, windowMs: 1000 } }
  const { app } = await build(t, { parts: { settings: short } })
  const ask = async () => (await app.inject('/v1/lists')).statusCode
  t.equal(await ask(), 200)
  while ((await ask()) === 429) await wait(20)
  t.pass('and may be asked again')
})
