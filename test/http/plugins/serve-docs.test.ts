import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import Fastify from 'fastify'
import t from 'tap'
import { serveDocs } from '../../../src/http/plugins/serve-docs.ts'

t.test('documentation that a browser has is confirmed without type and length', async (t) => {
  const app = Fastify()
  t.teardown(() => app.close())
  await app.register(serveDocs)
  const url = '/docs/static/swagger-ui.css'
  const { headers, statusCode } = await app.inject(url)
  t.match({ statusCode, type: headers['content-type'] }, { statusCode: 200, type: /^text\/css/ })
  const known = await app.inject({ url, headers: { 'if-none-match': String(headers.etag) } })
  t.equal(known.statusCode, 304)
  t.notOk(known.headers['content-type'] ?? known.headers['content-length'])
})

t.test('documentation that could not be loaded once is shown when somebody looks again', async (t) => {
  const app = Fastify()
  t.teardown(() => app.close())
  let looks = 0
  const build = async () => {
    looks += 1
    if (looks === 1) throw new Error('too many open files')
    const pages = Fastify()
    pages.get('/docs', () => 'shown')
    return pages
  }
  await app.register(serveDocs, { build })
  const statuses = [await app.inject('/docs'), await app.inject('/docs'), await app.inject('/docs')]
  t.same(
    statuses.map(({ statusCode }) => statusCode),
    [500, 200, 200],
  )
  t.equal(looks, 2)
})

t.test('the document is packed for callers who take that, and not sent again to those who have it', async (t) => {
  const app = Fastify()
  t.teardown(() => app.close())
  await app.register(serveDocs)
  const committed = readFileSync(new URL('../../../openapi/openapi.json', import.meta.url))
  for (const url of ['/docs/json', '/openapi.json']) {
    const ask = (headers: Record<string, string>) => app.inject({ url, headers })
    const plain = await ask({})
    t.match(plain, { statusCode: 200, headers: { 'content-type': 'application/json; charset=utf-8' } }, url)
    t.notOk(plain.headers['content-encoding'])
    t.ok(plain.rawPayload.equals(committed), `${url} is the committed document`)
    const packed = await ask({ 'accept-encoding': 'br, gzip' })
    t.match(packed.headers, { 'content-encoding': 'gzip', vary: 'accept-encoding', 'cache-control': 'no-cache' })
    t.ok(gunzipSync(packed.rawPayload).equals(committed), `${url} unpacks to the committed document`)
    t.ok(packed.rawPayload.length * 5 < committed.length, `${packed.rawPayload.length} bytes`)
    t.notOk((await ask({ 'accept-encoding': 'gzip;q=0' })).headers['content-encoding'], 'gzip refused')

    const [tag, packedTag] = [plain, packed].map(({ headers }) => String(headers.etag)) as [string, string]
    t.not(tag, packedTag, 'each form has its own tag')
    const known = await ask({ 'if-none-match': `"other", ${tag}` })
    t.match(known, { statusCode: 304, payload: '', headers: { etag: tag, vary: 'accept-encoding' } })
    t.notOk(known.headers['content-type'] ?? known.headers['content-length'])
    t.equal((await ask({ 'if-none-match': packedTag, 'accept-encoding': 'gzip' })).statusCode, 304)
    t.equal((await ask({ 'if-none-match': packedTag })).statusCode, 200, 'the tag of the other form')
    t.equal((await ask({ 'if-none-match': '"other"' })).statusCode, 200)
  }
})
