import t from 'tap'
import { build } from '../../../build-service.ts'
import { itemIn, listOf } from '../../../data-folder.ts'

const allowed = '/v1/signboards/allowed'
interface Allowed {
  items: { name: string; board: { place: string } }[]
  consulted: { list: string; matched: boolean }[]
}

t.test('the boards that may hang outside, and those inside', async (t) => {
  const { app, snapshot } = await build(t)
  const outside = (await app.inject(`${allowed}?place=exterior`)).json<Allowed>()
  t.same(
    outside.items.map((item) => item.name),
    ['村党组织', '村民委员会', '村集体经济组织', '村务监督委员会', '村党群服务中心', '新时代文明实践站'],
  )
  t.match(outside, {
    place: 'exterior',
    consulted: [{ list: 'annex-7', completeness: 'partial', items: 9, matched: true }],
    dataset: { version: snapshot.version },
  })
  const inside = (await app.inject(`${allowed}?place=interior`)).json<Allowed>()
  t.equal(inside.items.length, 3)
  t.ok(inside.items.every((item) => item.board.place === 'interior'))
})

t.test('none where or when no list applies', async (t) => {
  const { app } = await build(t)
  for (const query of ['region=620821', 'on=2023-08-30']) {
    const response = await app.inject(`${allowed}?place=exterior&${query}`)
    t.match(response.json(), { items: { length: 0 }, consulted: { length: 0 } }, query)
  }
})

t.test('none that has ended, and none of a list that forbids them', async (t) => {
  const board = { place: 'exterior' } as const
  const { app } = await build(t, {
    change: (data) => {
      itemIn(data, 'annex-7', 1).to = '2025-12-31'
      const items = [{ no: 1, name: '不得悬挂的牌子', board }]
      data.lists.gone = listOf({ id: 'gone', kind: 'signboard', effect: 'prohibits', items })
    },
  })
  const { items, consulted } = (await app.inject(`${allowed}?place=exterior`)).json<Allowed>()
  t.equal(items.length, 5)
  t.notOk(items.some((item) => item.name === '村党组织' || item.name === '不得悬挂的牌子'))
  t.match(consulted, [
    { list: 'annex-7', matched: true },
    { list: 'gone', matched: false },
  ])
})
