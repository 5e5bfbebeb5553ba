import t from 'tap'
import { build } from '../../build-service.ts'

t.test('a whole number in an address is read in decimal digits, in the query and in the path', async (t) => {
  const { app } = await build(t)
  t.match((await app.inject('/v1/lists?limit=2&offset=0')).json(), { limit: 2, offset: 0 })
  t.match((await app.inject('/v1/items/annex-3/8')).json(), { id: 'annex-3/8' })
  t.equal((await app.inject({ method: 'HEAD', url: '/v1/lists?limit=2' })).statusCode, 200)
})

t.test('what only JavaScript takes for that number is refused', async (t) => {
  const { app } = await build(t)
  for (const text of ['0x2', '2.0', '2e0', '02', '+2', '%202', '2%20', '', '-0', '9'.repeat(400), '%EF%BC%92']) {
    const { statusCode, body } = await app.inject(`/v1/lists?limit=${text}`)
    t.equal(statusCode, 400, `limit=${text}`)
    t.match(body, '1 至 200 的整数')
    if (text === '') continue
    t.equal((await app.inject(`/v1/items/annex-3/${text}`)).statusCode, 400, `item ${text}`)
  }
})

t.test('a value of the wrong type in a body is refused and not converted', async (t) => {
  const { app } = await build(t)
  const refused = async (url: string, payload: object, name: string) => {
    const response = await app.inject({ method: 'POST', url, payload })
    t.match(response.json(), { status: 400, errors: [{ in: 'body', name }] }, JSON.stringify(payload))
  }
  for (const [field, values] of Object.entries({
    name: [5, true, ['妇女之家']],
    count: ['5', true],
    working: [null, 0],
  })) {
    for (const value of values) {
      const board = { name: '妇女之家', [field]: value }
      await refused('/v1/signboards/survey', { boards: [board] }, `boards[0].${field}`)
    }
  }
  await refused('/v1/signboards/survey', { boards: { name: '妇女之家' } }, 'boards')
  await refused('/v1/ledger', { tasks: null }, 'tasks')
})

t.test('a row of a batch with a value of the wrong type is refused, and the rows beside it are answered', async (t) => {
  const { app } = await build(t)
  const good = { kind: 'certificate', name: '婚姻状况证明' }
  const questions = [good, { ...good, name: 5 }, { ...good, id: null }, { ...good, kind: ['certificate'] }, good]
  const { results } = (await app.inject({ method: 'POST', url: '/v1/check', payload: { questions } })).json()
  t.strictSame(
    results.map(({ status }: { status: number }) => status),
    [200, 400, 400, 400, 200],
  )
})

t.test('text of digits stays text where text is asked for', async (t) => {
  const { app } = await build(t)
  t.equal((await app.inject('/v1/check?kind=task&name=12&region=620802')).json().query.name, '12')
})
