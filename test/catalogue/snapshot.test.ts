import t from 'tap'
import { listsFor, regionChain } from '../../src/catalogue/snapshot.ts'
import { loadSnapshot } from '../build-service.ts'

t.test('a region is followed by all above it, nearest first', async (t) => {
  const snapshot = await loadSnapshot(t)
  t.same(regionChain(snapshot, '620802'), ['620802', '620800', '620000', '100000'])
  t.same(regionChain(snapshot, '100000'), ['100000'])
  t.same(regionChain(snapshot, '990000'), [], 'a region that is not in the data has none')
})

t.test('lists come in the order of their ids, whatever their region', async (t) => {
  const snapshot = await loadSnapshot(t)
  t.same(
    listsFor(snapshot, 'task', '620802', '2026-11-22').map((list) => list.id),
    ['annex-1', 'annex-2', 'national-prohibitions'],
  )
  t.same(
    listsFor(snapshot, 'signboard', '620802', '2023-08-30').map((list) => list.id),
    [],
  )
  t.same(
    listsFor(snapshot, 'task', '620821', '2026-11-22').map((list) => list.id),
    ['national-prohibitions'],
  )
})
