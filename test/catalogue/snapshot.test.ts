import t from 'tap'
import { holdsOn, listsFor, regionChain } from '../../src/catalogue/snapshot.ts'
import { loadSnapshot } from '../build-service.ts'

t.test('a region is followed by all above it, nearest first', async (t) => {
  const snapshot = await loadSnapshot(t)
  t.same(regionChain(snapshot, '620802'), ['620802', '620800', '620000', '100000'])
  t.same(regionChain(snapshot, '100000'), ['100000'])
  t.same(regionChain(snapshot, '990000'), [], 'a region that is not in the data has none')
})

t.test('both ends of a period belong to it, and an end not known does not limit it', async (t) => {
  const dated = { from: '2023-08-31', to: '2024-02-29' }
  t.equal(holdsOn(dated, '2023-08-30'), false)
  t.equal(holdsOn(dated, '2023-08-31'), true)
  t.equal(holdsOn(dated, '2024-02-29'), true)
  t.equal(holdsOn(dated, '2024-03-01'), false)
  t.equal(holdsOn({ from: '2023-08-31' }, '9999-12-31'), true)
  t.equal(holdsOn({ to: '2023-08-31' }, '0001-01-01'), true)
  t.equal(holdsOn({}, '2026-11-22'), true)
})

t.test('lists come in the order of their ids, whatever their region', async (t) => {
  const snapshot = await loadSnapshot(t)
  t.same(
    listsFor(snapshot, 'task', '620802', '2026-11-22').map((list) => list.id),
    ['annex-1', 'annex-2'],
  )
  t.same(listsFor(snapshot, 'task', '620802', '2023-08-30'), [])
})
