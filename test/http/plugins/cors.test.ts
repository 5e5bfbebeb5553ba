import t from 'tap'
import { readConfig } from '../../../src/config/config.ts'
import { build } from '../../build-service.ts'

const settings = (...corsOrigins: string[]) => ({ ...readConfig({}), corsOrigins })
const preflight = (origin: string) => ({
  method: 'OPTIONS' as const,
  url: '/v1/lists',
  headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
})

t.test('no page of another origin may call unless it is listed', async (t) => {
  const { app } = await build(t)
  const { headers } = await app.inject({ url: '/v1/lists', headers: { origin: 'https://a.example' } })
  t.notMatch(Object.keys(headers).join(), 'access-control')
  t.equal(headers['cross-origin-resource-policy'], 'same-origin')
  t.equal((await app.inject(preflight('https://a.example'))).statusCode, 405)
})

t.test('listed origins may, and caches are told that the answer depends on the origin', async (t) => {
  const { app } = await build(t, { parts: { settings: settings('https://a.example', 'https://b.example') } })
  const { headers } = await app.inject({ url: '/v1/lists', headers: { origin: 'https://b.example' } })
  t.equal(headers['access-control-allow-origin'], 'https://b.example')
  t.match(headers['access-control-expose-headers'], 'dataset-version')
  t.match(headers.vary, /Origin, accept-language/i)
  const document = await app.inject({ url: '/docs/json', headers: { origin: 'https://b.example' } })
  t.match(document.headers.vary, /^Origin, accept-encoding$/i, 'the document depends on the origin and on its packing')
  t.equal(headers['cross-origin-resource-policy'], 'cross-origin')

  const allowed = await app.inject(preflight('https://a.example'))
  t.equal(allowed.statusCode, 204)
  t.equal(allowed.headers['access-control-allow-origin'], 'https://a.example')
  t.match(allowed.headers['access-control-allow-headers'], 'authorization')
  const other = await app.inject({ url: '/v1/lists', headers: { origin: 'https://c.example' } })
  t.notOk(other.headers['access-control-allow-origin'])
})

t.test('a star lets every page call', async (t) => {
  const { app } = await build(t, { parts: { settings: settings('*') } })
  const { headers } = await app.inject({ url: '/v1/lists', headers: { origin: 'https://c.example' } })
  t.equal(headers['access-control-allow-origin'], '*')
})

t.test('a preflight needs no key', async (t) => {
  const callers = { nameOf: () => null }
  const { app } = await build(t, { parts: { settings: settings('https://a.example'), callers } })
  t.equal((await app.inject(preflight('https://a.example'))).statusCode, 204)
})

t.test('where there is nothing, pages of other origins find nothing either', async (t) => {
  const { app } = await build(t, { parts: { settings: settings('https://a.example') } })
  const headers = { origin: 'https://a.example' }
  t.equal((await app.inject({ url: '/v1/nothing', headers })).statusCode, 404)
  t.equal((await app.inject({ method: 'POST', url: '/nothing', headers })).statusCode, 404)
  t.equal((await app.inject({ method: 'DELETE', url: '/v1/lists', headers })).statusCode, 405)
})

t.test('an address that cannot be read is refused to a page of another origin so that it can read why', async (t) => {
  const told = async (allowed: string[], origin: Record<string, string>) => {
    const { app } = await build(t, { parts: { settings: settings(...allowed) } })
    const ways = await Promise.all(['/v1/%zz', '/v1/lists?limit=x'].map((url) => app.inject({ url, headers: origin })))
    const [unread, refused] = ways.map(({ statusCode, headers }) => ({
      statusCode,
      allowed: headers['access-control-allow-origin'] || undefined,
      exposed: headers['access-control-expose-headers'],
      byOrigin: /origin/i.test(`${headers.vary}`),
    }))
    t.equal(unread?.statusCode, 400)
    return { unread, refused }
  }
  const page = { origin: 'https://a.example' }
  for (const allowed of [['https://a.example', 'https://b.example'], ['*']]) {
    const { unread, refused } = await told(allowed, page)
    t.same(unread, refused, `the same as of any other refusal, with ${allowed}`)
    t.ok(unread?.allowed)
  }
  for (const origin of [{ origin: 'https://c.example' }, {}] as Record<string, string>[])
    t.match((await told(['https://a.example'], origin)).unread, { allowed: undefined, byOrigin: true })
  t.match((await told([], page)).unread, { allowed: undefined, byOrigin: false })
})
