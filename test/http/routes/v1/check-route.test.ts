import t from 'tap'
import { get } from '../../../ask-service.ts'
import { build } from '../../../build-service.ts'

t.test('a question by query parameters has the same answer as by path', async (t) => {
  const { app } = await build(t)
  for (const [kind, name] of [
    ['certificate', '死亡证明'],
    ['certificate', 'annex-3/8'],
    ['signboard', '村民委员会'],
    ['task', '突发事件应对协助'],
    ['task', '没有的事'],
  ] as const) {
    const query = { region: '620802', on: '2026-01-01' }
    const check = await app.inject({ url: '/v1/check', query: { kind, name, ...query } })
    t.equal(check.statusCode, 200)
    t.equal(check.payload, (await get(app, kind, name, query)).payload, `${kind} ${name}`)
  }
})

t.test('the issuer of a certificate may be named', async (t) => {
  const { app } = await build(t)
  const query = { kind: 'certificate', name: '死亡证明', issuer: '医院' }
  t.match((await app.inject({ url: '/v1/check', query })).json(), { outcome: 'not_applicable', query })
})
