import t from 'tap'
import { exact, exactTheLongWay, mixed } from '../../bench/questions.ts'
import { build } from '../build-service.ts'

t.test('the long way is the same question in addresses of which each comes once', async (t) => {
  t.equal(new Set(exactTheLongWay.map(({ path }) => path)).size, 4096)
  const { app } = await build(t)
  const { body } = await app.inject(exact.path)
  for (const { path } of [exactTheLongWay[1], exactTheLongWay[4095]].filter((one) => one !== undefined)) {
    t.not(path, exact.path)
    t.equal((await app.inject(path)).body, body)
  }
})

t.test('the service answers all of the mixed load', async (t) => {
  const { app } = await build(t)
  const kinds = new Map(mixed.map((one) => [one.path.replace(/%[^/]*/, '…'), one]))
  t.ok(kinds.size > 10)
  for (const { method, path, headers, body } of kinds.values()) {
    const request = { method, url: path, headers: { ...headers }, ...(body === undefined ? {} : { payload: body }) }
    t.equal((await app.inject(request)).statusCode, 200, path)
  }
})
