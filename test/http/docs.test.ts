import Fastify from 'fastify'
import t from 'tap'
import { serveDocs } from '../../src/http/docs.ts'

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
