import t from 'tap'
import { build } from '../build-service.ts'

const refusal = 'name (body) must be 1 to 200 characters, not blank, without control characters or lone surrogates.'

t.test('a name is refused for the same reason whether its pattern, its format or its length is at fault', async (t) => {
  const { app } = await build(t)
  const names = [
    ...['', ' ', '\u3000\u00a0\ufeff', '字'.repeat(201)],
    ...['婚姻\0证明', '婚姻\n', '\u007f', '婚\u0085姻', '婚\ud800姻', '\udfff'],
  ]
  const good = ['婚', ' 婚 ', '\u3000婚', '𠮷'.repeat(200), '\u00a0\u00ad', '\ue000']
  const questions = [...names, ...good].map((name) => ({ kind: 'certificate', name }))
  const response = await app.inject({
    method: 'POST',
    url: '/v1/check',
    payload: { questions },
    headers: { 'accept-language': 'en' },
  })
  const { results } = response.json<{ results: { status: number; problem?: { detail: string } }[] }>()
  for (const [at, name] of names.entries()) {
    t.match(results[at], { status: 400, problem: { detail: refusal } }, JSON.stringify(name))
  }
  for (const [at, name] of good.entries()) t.equal(results[names.length + at]?.status, 200, JSON.stringify(name))
})

t.test('the value of verbose may be short text without control characters, also none', async (t) => {
  const { app } = await build(t)
  for (const [value, status] of Object.entries({
    '': 200,
    字: 200,
    '%00': 400,
    '%C2%85': 400,
    '%7F': 400,
    123456: 400,
  })) {
    t.equal((await app.inject(`/readyz?verbose=${value}`)).statusCode, status, value)
  }
})
