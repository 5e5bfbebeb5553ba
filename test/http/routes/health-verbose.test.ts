import t from 'tap'
import { build } from '../../build-service.ts'

t.test('/readyz?verbose tells people what is loaded and what is missing', async (t) => {
  const load = () => ({ state: 'failed' as const, started: 'x', finished: 'x', error: 'lists/annex-3.json: …' })
  const { app, snapshot } = await build(t, { parts: { load } })
  for (const url of ['/readyz?verbose', '/readyz?verbose=true', '/readyz?verbose=false']) {
    const response = await app.inject({ url })
    t.equal(response.statusCode, 200, 'refused data leave the old ones serving')
    t.match(response.json(), {
      status: 'ready',
      checks: {
        dataset: snapshot.version,
        builtAt: snapshot.builtAt,
        load: 'failed',
        loadError: 'lists/annex-3.json: …',
        notSupplied: ['annex-4', 'annex-5', 'annex-6'],
        uptimeSeconds: Number,
      },
    })
  }
  t.same((await app.inject({ url: '/readyz' })).json(), { status: 'ready' })
})

t.test('a verbose that is too long or given twice is refused in the language of the caller', async (t) => {
  const { app } = await build(t)
  for (const [query, detail] of [
    ['verbose=please', '至多 5 个字符，不得含控制字符'],
    ['verbose&verbose', '至多 5 个字符，不得含控制字符，只能给出一次'],
  ]) {
    const zh = (await app.inject({ url: `/readyz?${query}` })).json()
    t.match(zh, { status: 400, errors: [{ in: 'query', name: 'verbose', detail }] })
  }
})
