import t from 'tap'
import { listSummary } from '../../../../src/http/list-views.ts'
import { build } from '../../../build-service.ts'

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
