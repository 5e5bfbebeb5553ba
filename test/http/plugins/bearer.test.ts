import t from 'tap'
import { build } from '../../build-service.ts'

const url = '/v1/lists'
const callers = { nameOf: (key: string) => (key === 'right+key/=' ? 'platform' : null) }

t.test('with keys, what is under /v1 asks for one', async (t) => {
  const { app } = await build(t, { parts: { callers } })
  const asked = await app.inject({ url, headers: { 'accept-language': 'en' } })
  t.equal(asked.statusCode, 401)
  t.equal(asked.headers['www-authenticate'], 'Bearer realm="qingdan"')
  t.match(asked.json(), { type: 'urn:qingdan:problem:unauthorized', title: 'A key is needed', status: 401 })

  for (const authorization of ['Bearer wrong', 'Basic cmlnaHQ6a2V5', 'Bearer', 'right+key/=', 'Bearer right+key/= x']) {
    const { statusCode, headers } = await app.inject({ url, headers: { authorization } })
    t.equal(statusCode, 401, authorization)
    t.equal(headers['www-authenticate'], 'Bearer realm="qingdan", error="invalid_token"')
  }
  for (const authorization of ['Bearer right+key/=', 'bearer  right+key/= ']) {
    t.equal((await app.inject({ url, headers: { authorization } })).statusCode, 200, authorization)
  }
})

t.test('probes and the description of the interface ask for none', async (t) => {
  const { app } = await build(t, { parts: { callers } })
  for (const open of ['/livez', '/readyz', '/openapi.json', '/docs/']) {
    t.equal((await app.inject({ url: open })).statusCode, 200, open)
  }
})

t.test('without keys nobody is asked', async (t) => {
  const { app } = await build(t)
  t.equal((await app.inject({ url, headers: { authorization: 'Bearer whatever' } })).statusCode, 200)
})
