import t from 'tap'
import type { LoadState } from '../../../../src/catalogue/catalogue.ts'
import { listSummary } from '../../../../src/http/answers/list-views.ts'
import { build } from '../../../build-service.ts'

t.test('a look at the data is told of although it changed nothing', async (t) => {
  const looks = ['first', 'second'].map((error, at) => ({
    state: 'failed' as const,
    started: `2026-11-22T0${at}:00:00.000Z`,
    finished: `2026-11-22T0${at}:00:01.000Z`,
    error,
  }))
  const look = () => looks[0] as LoadState
  const { app } = await build(t, { parts: { load: look } })
  const { etag = '' } = (await app.inject('/v1/dataset')).headers
  const again = () => app.inject({ url: '/v1/dataset', headers: { 'if-none-match': `${etag}` } })
  t.equal((await again()).statusCode, 304)
  looks.shift()
  t.match((await again()).json(), { load: { error: 'second' } })
})

t.test('the dataset says its version, its content, when it was built and what each list is worth', async (t) => {
  const { app, snapshot } = await build(t)
  const { version, contentHash, builtAt, lists } = snapshot
  const dataset = (await app.inject('/v1/dataset')).json()
  const load = { state: 'current', started: builtAt, finished: builtAt, error: null }
  t.same(dataset, { version, contentHash, builtAt, load, remarks: [], lists: [...lists.values()].map(listSummary) })
  t.match(
    dataset.lists.find((list: { id: string }) => list.id === 'annex-3'),
    {
      completeness: 'complete',
      grade: 'official',
      items: 20,
      from: '2020-04-27',
      custodian: /民政部/,
      reviewed: /^\d{4}-\d\d-\d\d$/,
    },
  )
})
