import Fastify from 'fastify'
import t from 'tap'
import { serveDocs } from '../../src/http/docs.ts'

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
