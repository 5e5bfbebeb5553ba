import t from 'tap'
import { build } from '../build-service.ts'

t.test('once it is stopping the service is not ready, still answers, and closes connections', async (t) => {
  let stopping = false
  const { app } = await build(t, { parts: { stopping: () => stopping } })
  t.match(await app.inject({ url: '/readyz' }), { statusCode: 200, headers: { connection: 'keep-alive' } })
  stopping = true
  const { statusCode, headers, body } = await app.inject({ url: '/readyz', headers: { 'accept-language': 'en' } })
  t.match({ statusCode, headers }, { statusCode: 503, headers: { connection: 'close' } })
  t.match(JSON.parse(body), { type: 'urn:qingdan:problem:unavailable', detail: /is stopping/ })
  t.match(await app.inject({ url: '/v1/lists' }), { statusCode: 200, headers: { connection: 'close' } })
  t.equal((await app.inject({ url: '/livez' })).statusCode, 200)
})
