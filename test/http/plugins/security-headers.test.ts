import t from 'tap'
import { release } from '../../../src/http/answers/release.ts'
import { build, testDay } from '../../build-service.ts'

const safe = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}
const transport = { date: String, connection: 'keep-alive', 'content-length': String, 'x-request-id': /^[0-9a-f]{32}$/ }

t.test('an answer has these headers and no others', async (t) => {
  const { app, snapshot } = await build(t)
  const { headers } = await app.inject({ url: '/v1/lists' })
  const expected = {
    ...safe,
    ...transport,
    'cache-control': 'no-cache',
    'content-language': 'zh-CN',
    'content-type': 'application/json; charset=utf-8',
    'dataset-version': snapshot.version,
    etag: `"${snapshot.version}.${testDay}.zh.${release}"`,
    vary: 'accept-language',
  }
  t.match(headers, expected)
  t.same(Object.keys(headers).sort(), Object.keys(expected).sort())
})

t.test('a refusal has them too', async (t) => {
  const { app } = await build(t)
  for (const url of ['/nothing', '/v1/lists?x=1', '/readyz?x=1']) {
    t.match((await app.inject({ url })).headers, { ...safe, ...transport, 'cache-control': 'no-store' }, url)
  }
})

t.test('the documentation may load what it brings along, from here only and without https', async (t) => {
  const { app } = await build(t)
  const { headers } = await app.inject({ url: '/docs/' })
  const { 'content-security-policy': policy, ...rest } = headers
  const { 'content-security-policy': _, ...others } = safe
  t.match(rest, others)
  t.match(policy, /^default-src 'self';.* script-src 'self'/)
  t.notMatch(policy, /https:|upgrade-insecure-requests|swagger\.io|unsafe/)
})
