import t from 'tap'
import { readData } from '../../src/catalogue/read-data.ts'
import { loadSnapshot } from '../build-service.ts'
import { type Data, itemIn, listIn, reviewedData, writeData } from '../data-folder.ts'
import { everyField } from '../every-field.ts'

t.test('the snapshot has what the data files have, field by field', async (t) => {
  const same = async (change: (data: Data) => void) => {
    const data = reviewedData()
    change(data)
    const written = readData(writeData(t, data).dataDir)
    const snapshot = await loadSnapshot(t, change)
    t.strictSame([...snapshot.regions.values()], written.regions)
    t.strictSame([...snapshot.replacedRegions.values()], written.replacedRegions)
    t.strictSame(new Set(snapshot.documents.values()), new Set(written.documents))
    t.strictSame(new Set([...snapshot.rulesByRegion.values()].flat()), new Set(written.rules))
    t.strictSame(
      [...snapshot.lists.values()].map(({ size: _, ...list }) => ({
        ...list,
        items: snapshot.lists.get(list.id)?.items,
      })),
      written.lists,
    )
  }
  t.test('as reviewed', () => same(() => {}))
  t.test('with every field filled in', () => same(everyField))
})

t.test('items are found by their number, in the order of their numbers', async (t) => {
  const snapshot = await loadSnapshot(t, (data) => {
    listIn(data, 'annex-3').items.reverse()
    itemIn(data, 'annex-3', 20).no = 100
  })
  const list = snapshot.lists.get('annex-3')
  t.same(
    list?.items.map((item) => item.no),
    [...Array.from({ length: 19 }, (_, index) => index + 1), 100],
  )
  t.equal(list?.item(100)?.name, '证件遗失证明')
  t.equal(list?.item(20), undefined)
})

t.test('what several lists say alike is held once, what one of them says otherwise is its own', async (t) => {
  const data = reviewedData()
  const snapshot = await loadSnapshot(t)
  const custodian = (id: string) => snapshot.lists.get(id)?.custodian
  t.strictSame(listIn(data, 'annex-1').custodian, listIn(data, 'annex-2').custodian)
  t.equal(custodian('annex-1'), custodian('annex-2'))
  t.strictSame(custodian('annex-7'), listIn(data, 'annex-7').custodian)
  t.notSame(custodian('annex-7'), custodian('annex-1'), 'of the same authorities, from another clause')
})
