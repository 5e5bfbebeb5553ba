import t from 'tap'
import { listDetail, listSummary } from '../../../../src/http/answers/list-views.ts'
import { listedItem } from '../../../../src/http/answers/listed-item.ts'
import { build, testDay } from '../../../build-service.ts'
import { listOf } from '../../../data-folder.ts'
import { everyField } from '../../../every-field.ts'

t.test('lists', async (t) => {
  const { app, snapshot } = await build(t, {
    change: (data) => {
      everyField(data)
      data.lists.bare = listOf({ id: 'bare', completeness: 'partial', items: [{ no: 1, name: '只有名称的证明' }] })
    },
  })
  const read = async (url: string, language = 'zh') =>
    (await app.inject({ url, headers: { 'accept-language': language } })).json()
  const lists = [...snapshot.lists.values()]

  t.test('are all there, the absent ones too', async (t) => {
    const page = await read('/v1/lists')
    t.same(page.items, lists.map(listSummary))
    t.match(page, { total: lists.length, dataset: { version: snapshot.version } })
    for (const annex of [1, 2, 3, 4, 5, 6, 7]) t.ok(page.items.some((list: { annex?: number }) => list.annex === annex))
  })

  t.test('are filtered by kind and completeness, and paged', async (t) => {
    const ids = async (query: string) => (await read(`/v1/lists?${query}`)).items.map((list: { id: string }) => list.id)
    t.same(await ids('kind=task'), ['annex-1', 'annex-2', 'national-prohibitions', 'shanxi-prohibited-tasks'])
    t.same(await ids('completeness=absent'), ['annex-4', 'annex-5'])
    t.same(await ids('kind=certificate&completeness=complete'), ['annex-3'])
    t.same(await ids('limit=2&offset=1'), ['annex-2', 'annex-3'])
  })

  t.test('each say where they come from, how complete they are and how to complete them', async (t) => {
    for (const list of lists) {
      for (const language of ['zh', 'en'] as const) {
        t.same(await read(`/v1/lists/${list.id}`, language), listDetail(snapshot, list, language), list.id)
      }
    }
    t.match(await read('/v1/lists/annex-4', 'en'), {
      completeness: 'absent',
      items: 0,
      custodian: '甘肃省（发文机关待核实）',
      custodianCitation: { documentId: 'notice-2023', clause: '二(三)' },
      citation: { clause: '附件4' },
      supply: /qingdan import/,
      note: /could not be read/,
    })
    t.match(await read('/v1/lists/annex-6'), {
      from: '2021-01-01',
      to: '2030-12-31',
      provenance: {
        file: '附件6.docx',
        sha256: /^0{64}$/,
        printedTitle: /清单/,
        batch: '第一批',
        number: /230/,
        imported: '2026-11-22',
      },
    })
  })

  t.test('give their items whatever the day, paged', async (t) => {
    for (const list of lists) {
      const page = await read(`/v1/lists/${list.id}/items?limit=200`)
      t.same(
        page.items,
        list.items.map((item) => listedItem(snapshot, list, item, 'zh', { on: testDay })),
        list.id,
      )
      t.match(page, { total: list.items.length, limit: 200, offset: 0 })
    }
    const page = await read('/v1/lists/annex-3/items?limit=1&offset=7')
    t.match(page, { total: 20, items: [{ id: 'annex-3/8', name: '婚姻状况证明' }] })
  })

  t.test('give one item by its stable id', async (t) => {
    for (const list of lists) {
      for (const item of list.items) {
        const id = `${list.id}/${item.no}`
        t.same(await read(`/v1/items/${id}`, 'en'), listedItem(snapshot, list, item, 'en', { on: testDay }), id)
      }
    }
  })
})
