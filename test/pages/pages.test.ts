import t from 'tap'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config/config.ts'
import { codeOf } from '../../src/pages/slip-code.ts'
import { build, loadSnapshot, testDay } from '../build-service.ts'
import { itemIn, listIn } from '../data-folder.ts'

const noon = () => Date.parse('2026-11-22T04:00:00Z')

t.test('a long list is cut into pages that lead to each other', async (t) => {
  const { app } = await build(t, {
    change: (data) => {
      const list = listIn(data, 'annex-5')
      list.completeness = 'complete'
      list.to = '2099-12-31'
      list.provenance = { file: '附件5.docx', sha256: 'a'.repeat(64), imported: '2026-11-22' }
      list.items = Array.from({ length: 130 }, (_, at) => ({ no: at + 1, name: `第${at + 1}号证明`, to: '2099-12-31' }))
    },
  })
  const first = await app.inject({ url: '/lists/annex-5' })
  t.match(first.payload, '第60号证明')
  t.notMatch(first.payload, '第61号证明')
  t.match(first.payload, '附件5.docx')
  t.match(first.payload, 'href="/lists/annex-5?page=2"')
  const last = await app.inject({ url: '/lists/annex-5?page=3&lang=en' })
  t.match(last.payload, '第130号证明')
  t.match(last.payload, 'href="/lists/annex-5?page=2&amp;lang=en"')
})

t.test('what a name may mean is shown with the printed name that it resembles, where that is another', async (t) => {
  const { app } = await build(t)
  const page = async (name: string) => (await app.inject({ url: '/', query: { name } })).payload
  t.match(await page('偿还能力承诺'), /居民财产证明<\/a> <span lang="zh-CN">（印有：偿还能力证明）/)
  t.match(await page('关系证明'), /亲属关系证明<\/a> <small/)
})

t.test('an answer shows the guide of what may be issued, and the place of a board', async (t) => {
  const { app } = await build(t, {
    change: (data) => {
      Object.assign(itemIn(data, 'national-certificates', 2), { guide: { use: '收养登记', timeLimit: '当场' } })
      Object.assign(itemIn(data, 'annex-7', 7), { board: { place: 'interior', size: '60厘米×40厘米' } })
    },
  })
  const certificate = await app.inject({ url: `/?name=${encodeURIComponent('收养登记委托书的证明')}` })
  t.match(certificate.payload, /办理时限<\/dt><dd[^>]*>当场/)
  const board = await app.inject({ url: `/?kind=signboard&name=${encodeURIComponent('综合服务机构标牌')}` })
  t.match(board.payload, /悬挂位置：内部<span[^>]*>，60厘米×40厘米/)
  for (const [item, words] of [
    ['annex-1/1', '属于村级组织依法履行的职责'],
    ['annex-2/1', '属于村级组织依法协助政府的工作'],
  ]) {
    t.match((await app.inject({ url: `/?kind=task&name=${item}&issuer=x` })).payload, words)
  }
})

t.test('a region that no dataset holds is shown by its code, the whole country by its name', async (t) => {
  const { app } = await build(t)
  const country = await app.inject({ url: `/?name=${encodeURIComponent('婚姻状况证明')}&region=100000` })
  t.match(country.payload, '全国（100000）')
  const unknown = codeOf({ kind: 'certificate', name: '婚姻状况证明', region: '999999', on: testDay })
  t.match((await app.inject({ url: `/?name=${unknown}` })).payload, `编号所记：999999，${testDay}`)
  const english = await app.inject({ url: '/', headers: { 'accept-language': 'en' } })
  t.match(english.payload, '<html lang="en">')
})

t.test('the data page says that new data were refused, and why', async (t) => {
  const snapshot = await loadSnapshot(t)
  const started = '2026-11-22T03:00:00.000Z'
  const states = [
    { state: 'failed', started, finished: started, error: 'annex-4.json: <no> title' },
    { state: 'loading', started, finished: null, error: null },
  ] as const
  const [failed, loading] = await Promise.all(
    states.map(async (load) => {
      const app = await buildApp({
        snapshot: () => snapshot,
        now: noon,
        load: () => load,
        settings: readConfig({ PUBLIC_URL: 'https://a.example' }),
      })
      t.teardown(() => app.close())
      return app
    }),
  )
  const page = await failed?.inject({ url: '/data' })
  t.match(page?.payload, '新数据未被采用')
  t.match(page?.payload, 'annex-4.json: &lt;no&gt; title')
  t.match((await loading?.inject({ url: '/data' }))?.payload, '正在读取新数据')
  t.match((await failed?.inject({ url: '/slip?name=x' }))?.payload, '<span class="site">https://a.example</span>')
})

t.test('suggestions come from the lists, those that begin alike first', async (t) => {
  const { app } = await build(t)
  const ask = async (kind: string, q: string) =>
    (await app.inject({ url: `/suggest?kind=${kind}&q=${encodeURIComponent(q)}` })).json<{ names: string[] }>().names
  t.equal((await ask('certificate', '居民'))[0]?.startsWith('居民'), true)
  t.ok((await ask('task', '村')).length <= 8)
  t.same(await ask('signboard', '婚姻'), [])
  t.same(await ask('certificate', '無犯罪'), ['无犯罪记录证明'])
  t.same(await ask('certificate', '（'), [], 'a sign alone begins no name')
})

t.test('what is no longer in force, or not yet, is not suggested', async (t) => {
  const { app } = await build(t, {
    change: (data) => {
      Object.assign(itemIn(data, 'annex-3', 8), { to: '2024-01-01' })
      Object.assign(itemIn(data, 'annex-3', 11), { from: testDay })
      Object.assign(itemIn(data, 'annex-3', 10), { from: '2026-11-23' })
    },
  })
  const names = async (q: string) =>
    (await app.inject({ url: `/suggest?kind=certificate&q=${encodeURIComponent(q)}` })).json().names
  t.same(await names('分居'), [])
  t.same(await names('健在'), [])
  t.same(await names('死亡'), ['死亡证明'])
})
