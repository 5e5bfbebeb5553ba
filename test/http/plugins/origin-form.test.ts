import t from 'tap'
import { originForm } from '../../../src/http/plugins/origin-form.ts'
import { build } from '../../build-service.ts'
import { sendRaw } from '../../send-raw.ts'

t.test('an address loses its scheme and host and nothing else', async (t) => {
  for (const [url, form] of [
    ['/v1/lists?q=http://a/b', '/v1/lists?q=http://a/b'],
    ['http://a/v1/lists', '/v1/lists'],
    ['HTTPS://a:443/v1/lists?x=1', '/v1/lists?x=1'],
    ['http://a', '/'],
    ['http://a?x=1', '/?x=1'],
    ['*', '*'],
    ['ftp://a/b', 'ftp://a/b'],
  ] as const) {
    t.equal(originForm({ url }), form, url)
  }
  t.equal(originForm({}), '/')
})

t.test('a request with the whole address gets the same headers as one with its path', async (t) => {
  const { app, snapshot } = await build(t)
  await app.listen({ port: 0, host: '127.0.0.1' })
  for (const target of ['/v1/lists', 'http://example.org/v1/lists']) {
    const answer = await sendRaw(app, `GET ${target} HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n`)
    t.match(answer, /^HTTP\/1\.1 200 OK\r\n/, target)
    t.match(answer, `dataset-version: ${snapshot.version}\r\n`, target)
    t.match(answer, /\r\netag: "/, target)
  }
})
