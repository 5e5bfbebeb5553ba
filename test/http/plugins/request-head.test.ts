import t, { type Test } from 'tap'
import { readConfig } from '../../../src/config/config.ts'
import { Traffic } from '../../../src/operations/traffic.ts'
import { build, patient } from '../../build-service.ts'
import { logLines } from '../../log-lines.ts'
import { sendRaw } from '../../send-raw.ts'

async function listen(t: Test) {
  const { logger, lines } = logLines()
  const traffic = new Traffic()
  const { app } = await build(t, { logger, parts: { traffic } })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const ask = async (fields: string, path = '/v1/lists', version = '1.1') => {
    const answer = await sendRaw(app, `GET ${path} HTTP/${version}\r\n${fields}Connection: close\r\n\r\n`)
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]), head, body }
  }
  return { app, ask, lines, traffic }
}

t.test('a request without Host, with two, or with one that is none is refused, logged and counted', async (t) => {
  const { ask, lines, traffic } = await listen(t)
  const wrong = [
    '',
    'Host: a\r\nHost: b\r\n',
    'Host: a\r\nhOST: a\r\n',
    'Host: a b\r\n',
    'Host: u@a\r\n',
    'Host: a/b\r\n',
  ]
  for (const [at, fields] of wrong.entries()) {
    const { status, head, body } = await ask(fields)
    t.equal(status, 400, fields)
    t.match(head, /content-type: application\/problem\+json/i)
    t.match(head, /^dataset-version: /im)
    t.match(JSON.parse(body), { type: 'urn:qingdan:problem:malformed-request', detail: /Host/ })
    t.match(lines.at(-1), { status: 400, route: '/v1/lists', msg: 'request' })
    t.equal(traffic.requests.of('GET\n/v1/lists\n400').total, at + 1)
  }
  t.equal((await ask('Host: a\r\nHost: b\r\n', '/livez')).status, 400, 'a probe is no exception')
  t.equal((await ask('Host: a\r\nHost: b\r\n', '/nowhere')).status, 400, 'nor is an address that nobody knows')
})

t.test('the connection of a request with two hosts ends with it', async (t) => {
  const { app } = await listen(t)
  const two = 'GET /livez HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'
  t.match(await sendRaw(app, two), /^connection: close\r$/im)
})

t.test('one Host, an empty one, and none in HTTP/1.0 are as they should be', async (t) => {
  const { ask } = await listen(t)
  for (const value of ['a', 'example.org:3000', '[2001:db8::1]:80', '192.0.2.1', ''])
    t.equal((await ask(`Host: ${value}\r\n`)).status, 200, value)
  t.equal((await ask('', '/v1/lists', '1.0')).status, 200)
})

t.test('an expectation that nobody meets is refused with 417, logged and counted', async (t) => {
  const { ask, lines, traffic } = await listen(t)
  const { status, body } = await ask('Host: a\r\nExpect: tea\r\n')
  t.equal(status, 417)
  t.match(JSON.parse(body), { type: 'urn:qingdan:problem:expectation-failed', detail: /100-continue/ })
  t.match(lines.at(-1), { status: 417, route: '/v1/lists', msg: 'request' })
  t.equal(traffic.requests.of('GET\n/v1/lists\n417').total, 1)
  t.match((await ask('Host: a\r\nExpect: 100-Continue\r\n')).head, /^HTTP\/1\.1 100 Continue/)
})

t.test('an answer that was kept is not sent to such a request either', async (t) => {
  const { app, ask } = await listen(t)
  const path = '/v1/check?kind=task&name=a'
  await app.inject(path)
  t.equal((await ask('Host: a\r\n', path)).status, 200)
  t.equal((await ask('Host: a\r\n', path)).status, 200)
  t.equal((await ask('Host: a\r\nHost: b\r\n', path)).status, 400)
  t.equal((await ask('', path)).status, 400)
  t.equal((await ask('Host: a\r\nExpect: tea\r\n', path)).status, 417)
})

t.test('an address that cannot be read is refused with the headers of its neighbours', async (t) => {
  const { app } = await build(t, { parts: { settings: { ...patient, ...readConfig({}) } } })
  const names = async (url: string) => Object.keys((await app.inject(url)).headers).sort()
  const neighbour = await names('/v1/nowhere')
  t.ok(neighbour.includes('dataset-version'))
  for (const url of ['/v1/%zz', '/v1/certificates/%ff/status', `/v1/certificates/${'a'.repeat(1001)}/status`])
    t.strictSame(await names(url), neighbour, url)
  t.notOk((await names('/%zz')).includes('dataset-version'), 'elsewhere nothing rests on the data')
})
