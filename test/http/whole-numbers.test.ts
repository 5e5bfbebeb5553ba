import t from 'tap'
import { build } from '../build-service.ts'

t.test('digits in an address are whole numbers, anything else is refused', async (t) => {
  const { app } = await build(t)
  const status = async (url: string) => (await app.inject(url)).statusCode
  t.match((await app.inject('/v1/tasks?limit=3&offset=004')).json(), { limit: 3, offset: 4, items: { length: 3 } })
  t.equal((await app.inject('/v1/items/annex-3/8')).json().no, 8)
  for (const url of ['/v1/tasks?limit=3', '/lists/annex-3?page=1', '/v1/items/annex-3/8'])
    t.equal(await status(url), 200, url)
  const odd = ['', '-1', '0', '1.0', '1e1', '0x1', '%201', '１', 'x', 'true', '1&limit=1', '9'.repeat(16)]
  for (const one of odd) t.equal(await status(`/v1/tasks?limit=${one}`), 400, one)
  for (const one of ['-1', '0', '8.0', 'x', '9'.repeat(16)]) t.equal(await status(`/v1/items/annex-3/${one}`), 400, one)
  const refused = (await app.inject({ url: '/v1/tasks?limit=x', headers: { 'accept-language': 'en' } })).json()
  t.strictSame(refused.errors, [{ in: 'query', name: 'limit', detail: 'a whole number from 1 to 200' }])
})

t.test('text of digits stays text where text is asked for', async (t) => {
  const { app } = await build(t)
  t.equal((await app.inject('/v1/check?kind=task&name=12&region=620802')).json().query.name, '12')
})
