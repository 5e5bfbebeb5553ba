import t from 'tap'
import { listedItem } from '../../../../src/http/answers/listed-item.ts'
import type { ListedItem } from '../../../../src/http/schemas/item-schemas.ts'
import { build, testDay } from '../../../build-service.ts'
import { itemIn } from '../../../data-folder.ts'
import { everyField } from '../../../every-field.ts'

interface Page {
  total: number
  limit: number
  offset: number
  items: ListedItem[]
  dataset: { version: string }
}

t.test('browsing', async (t) => {
  const { app, snapshot } = await build(t, {
    change: (data) => {
      everyField(data)
      itemIn(data, 'annex-3', 20).to = '2025-12-31'
      itemIn(data, 'annex-3', 19).grade = 'editorial'
    },
  })
  const page = async (url: string, query: Record<string, string> = {}, language = 'zh') =>
    (await app.inject({ url, query, headers: { 'accept-language': language } })).json<Page>()
  const ids = async (url: string, query: Record<string, string>) =>
    (await page(url, query)).items.map((item) => item.id)

  t.test('gives the items of each kind, by list and number', async (t) => {
    const { total, items, limit, offset, dataset } = await page('/v1/certificates')
    t.match(
      { total, limit, offset, dataset },
      { total: 29, limit: 50, offset: 0, dataset: { version: snapshot.version } },
    )
    t.same(
      items.slice(0, 2).map((item) => item.id),
      ['annex-3/1', 'annex-3/2'],
    )
    t.same([...new Set(items.map((item) => item.list))], ['annex-3', 'annex-6', 'national-certificates'])
    t.ok(items.every((item) => item.kind === 'certificate'))
    t.equal((await page('/v1/signboards')).total, 9)
    t.ok((await page('/v1/tasks', { limit: '200' })).items.every((item) => item.kind === 'task'))
  })

  t.test('gives every field, in the language of the caller', async (t) => {
    for (const language of ['zh', 'en'] as const) {
      for (const url of ['/v1/certificates', '/v1/signboards', '/v1/tasks']) {
        for (const item of (await page(url, { limit: '200' }, language)).items) {
          const list = snapshot.lists.get(item.list)
          const listed = list?.item(item.no)
          if (!list || !listed) throw new Error(item.id)
          t.same(item, listedItem(snapshot, list, listed, language, { on: testDay }))
        }
      }
    }
    const [full] = (await page('/v1/certificates', { list: 'annex-6' }, 'en')).items
    t.strictSame(
      Object.keys(full ?? {}).sort(),
      [
        'board',
        'category',
        'citation',
        'effect',
        'exceptions',
        'from',
        'guide',
        'id',
        'instead',
        'kind',
        'list',
        'name',
        'no',
        'note',
        'subNames',
        'subNamesOpen',
        'to',
      ].filter((key) => key !== 'board'),
    )
    t.match(full, { note: 'item note in English', subNames: ['喜事用车证明', '丧事用车证明'], subNamesOpen: true })
    t.equal(Object.keys(full?.guide ?? {}).length, 14)
    const [board] = (await page('/v1/signboards')).items
    t.equal(Object.keys(board?.board ?? {}).length, 7)
  })

  t.test('finds text in names and printed sub-names', async (t) => {
    t.same(await ids('/v1/certificates', { q: '婚' }), ['annex-3/8', 'annex-3/14', 'national-certificates/1'])
    t.same(await ids('/v1/certificates', { q: '分居' }), ['annex-3/8'])
    t.same(await ids('/v1/certificates', { q: '分 居' }), ['annex-3/8'], 'read as names are')
    t.same(await ids('/v1/certificates', { q: '犯罪記錄' }), ['annex-3/5'], 'in traditional characters')
    t.same(await ids('/v1/certificates', { q: '没有的证明' }), [])
    t.same(await ids('/v1/certificates', { q: '（）' }), [], 'signs alone are in no name')
  })

  t.test('filters by list, effect, grade and place, together', async (t) => {
    t.same(await ids('/v1/certificates', { list: 'annex-6' }), ['annex-6/1'])
    for (const list of ['annex-7', 'annex-9']) {
      t.match(
        await page('/v1/certificates', { list }),
        { status: 400, errors: [{ name: 'list', detail: /annex-3/ }] },
        list,
      )
    }
    t.equal((await ids('/v1/certificates', { effect: 'prohibits' })).length, 19)
    t.same(await ids('/v1/certificates', { grade: 'editorial' }), ['annex-3/19', 'annex-6/1'])
    t.same(await ids('/v1/certificates', { grade: 'editorial', effect: 'permits' }), ['annex-6/1'])
    t.same(await ids('/v1/signboards', { place: 'interior' }), ['annex-7/7', 'annex-7/8', 'annex-7/9'])
    const assists = await ids('/v1/tasks', { effect: 'assists', limit: '200' })
    t.ok(assists.includes('annex-2/1') && assists.includes('annex-1/13'), 'what an item means goes before its list')
    t.notOk(assists.includes('annex-2/19'))
    const community = await ids('/v1/tasks', { body: 'community', limit: '200' })
    t.same([community.includes('annex-1/10'), community.includes('annex-1/1')], [true, false], 'as it binds')
  })

  t.test('knows the place and the day', async (t) => {
    t.notOk((await ids('/v1/certificates', {})).includes('annex-3/20'))
    t.ok((await ids('/v1/certificates', { on: '2025-12-31' })).includes('annex-3/20'))
    t.ok((await ids('/v1/tasks', { region: '620821' })).every((id) => id.startsWith('national-prohibitions/')))
    t.same(await ids('/v1/certificates', { on: '2020-04-26', effect: 'prohibits' }), [])
  })

  t.test('goes page by page', async (t) => {
    const first = await page('/v1/certificates', { limit: '10' })
    const second = await page('/v1/certificates', { limit: '10', offset: '10' })
    const last = await page('/v1/certificates', { limit: '10', offset: '20' })
    t.same([first.items.length, second.items.length, last.items.length], [10, 10, 9])
    t.match(second, { total: 29, limit: 10, offset: 10 })
    const all = await ids('/v1/certificates', {})
    t.same(
      [...first.items, ...second.items, ...last.items].map((item) => item.id),
      all,
    )
    t.match(await page('/v1/certificates', { offset: '29' }), { total: 29, items: { length: 0 } })
  })
})
