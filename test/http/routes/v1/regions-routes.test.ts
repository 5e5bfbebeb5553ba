import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import t from 'tap'
import { readConfig } from '../../../../src/config/config.ts'
import { ask, get } from '../../../ask-service.ts'
import { build, patient, testDay } from '../../../build-service.ts'
import { completeAnnexes4To6, listOf } from '../../../data-folder.ts'

t.test('places', async (t) => {
  const { app, snapshot } = await build(t, {
    change: (data) => {
      completeAnnexes4To6(data)
      data.lists.county = listOf({ id: 'county', region: '420506', items: [{ no: 1, name: '赶集天气证明' }] })
    },
  })
  const read = async (url: string, language = 'zh') => app.inject({ url, headers: { 'accept-language': language } })
  const codes = async (query: string) =>
    (await read(`/v1/regions?limit=200&${query}`)).json().items.map(({ code }: { code: string }) => code)
  const find = (q: string) => codes(`q=${encodeURIComponent(q)}`)

  t.test('are all there, paged', async (t) => {
    const { total, items } = (await read('/v1/regions?limit=2')).json()
    t.equal(total, snapshot.regions.size)
    t.equal(total, 3212)
    t.same(items, [
      { code: '100000', name: '全国', place: '全国' },
      { code: '110000', name: '北京市', place: '北京市', parent: '100000', since: 1981 },
    ])
  })

  t.test('are found below another one', async (t) => {
    t.same(await codes('parent=620800'), ['620802', '620821', '620822', '620823', '620825', '620826', '620881'])
    t.ok((await codes('parent=410000')).includes('419001'), 'a city that its province administers')
    t.ok((await codes('parent=110000')).includes('110101'), 'no row between a municipality and its districts')
    t.same(await codes('parent=441900'), [], 'a city without districts')
    t.same(await codes(`parent=620800&q=${encodeURIComponent('华')}`), ['620881'])
  })

  t.test('are found by name, those that fit best first', async (t) => {
    t.same(await find('崆峒区'), ['620802'])
    t.equal((await find('平凉'))[0], '620800', 'what begins so before what lies in it')
    t.ok((await find('平凉')).includes('620826'))
    t.same(await find('宜昌夷陵'), ['420506'], 'what lies between may be left out')
    t.same(await find('夷陵宜昌'), [])
    t.same(await find('儋州'), ['460400'])
    t.ok((await find('朝阳区')).length > 1)
    t.same(await find('華亭市'), ['620881'], 'in traditional characters')
    t.same(await find('（'), [], 'a sign alone names no place')
  })

  t.test('are found by code, by its beginning and by what they replaced', async (t) => {
    t.same(await find('620802'), ['620802'])
    t.equal((await find('6208')).length, 8)
    t.same(await find('622701'), ['620802'])
    t.same(await find('华亭县'), ['620881'])
    t.same(await find('130504'), [], 'what several replaced stands for none of them')
  })

  t.test('tell what lies above them and what applies there', async (t) => {
    const place = (await read(`/v1/regions/620802?on=${testDay}`)).json()
    t.match(place, {
      place: '甘肃省平凉市崆峒区',
      since: 2002,
      children: 0,
      on: testDay,
      up: [{ code: '620800', name: '平凉市' }, { code: '620000' }, { code: '100000', name: '全国' }],
      silence: [
        { kind: 'certificate', speaks: true, rule: { citation: { clause: '二(三)' } }, missing: [] },
        { kind: 'signboard', speaks: false, missing: ['annex-7'] },
        { kind: 'task', rule: { text: /准入/ } },
      ],
      dataset: { version: snapshot.version },
    })
    t.ok(place.former.some((one: { code: string; until?: number }) => one.code === '622701' && one.until === 2002))
    const lists = place.lists.map(({ id }: { id: string }) => id)
    for (const id of ['annex-1', 'annex-3', 'annex-7', 'national-certificates']) t.ok(lists.includes(id), id)
    t.match(
      place.lists.find(({ id }: { id: string }) => id === 'annex-7'),
      { completeness: 'partial', items: 9 },
    )
  })

  t.test('have lists of their own, and rules only where somebody stated them', async (t) => {
    const place = (await read('/v1/regions/420506')).json()
    const lists = place.lists.map(({ id }: { id: string }) => id)
    t.ok(lists.includes('county'))
    t.notOk(lists.includes('annex-7'))
    t.match(place.silence[0], { speaks: false, rule: null, lists: [] })
    const country = (await read('/v1/regions/100000')).json()
    t.strictSame(country.up, [])
    t.notOk('parent' in country)
    t.equal(country.children, [...snapshot.regions.values()].filter(({ parent }) => parent === '100000').length)
  })

  t.test('that were replaced by one are told as that one; by several, or unknown, is a 404 that says so', async (t) => {
    t.match((await read('/v1/regions/622701')).json(), { code: '620802', replacedRegion: { code: '622701' } })
    const several = await read('/v1/regions/130504', 'en')
    t.equal(several.statusCode, 404)
    t.match(several.json(), { detail: /replaced in 1988 by several.*130502 河北省邢台市襄都区、130503/ })
    t.match((await read('/v1/regions/990000')).json(), { status: 404, detail: /不在本数据集之内/ })
    t.match((await read('/v1/regions/9900')).json(), { status: 400, errors: [{ name: 'code' }] })
  })

  t.test('answers for a replaced code are those for its successor, and say so', async (t) => {
    const { query, ...plain } = await ask(app, 'certificate', '婚姻状况证明', { on: '2024-01-01' })
    for (const [language, said] of [
      ['zh', /^行政区划代码 622701（平凉市）已于2002年由 620802（甘肃省平凉市崆峒区）取代，以下是对后者的答复。/],
      ['en', /^Region 622701 \(平凉市\) was replaced in 2002 by 620802 \(甘肃省平凉市崆峒区\), for which/],
    ] as const) {
      const asked = { region: '622701', on: '2024-01-01', language }
      const { replacedRegion, reason, query: same, ...answer } = await ask(app, 'certificate', '婚姻状况证明', asked)
      t.strictSame(same, query)
      t.match(reason, said)
      t.strictSame(replacedRegion, {
        code: '622701',
        name: '平凉市',
        until: 2002,
        successor: { code: '620802', name: '甘肃省平凉市崆峒区' },
      })
      if (language === 'zh') t.strictSame({ reason: reason.replace(said, ''), ...answer }, plain)
    }
    t.match(await ask(app, 'certificate', '婚姻状况证明', { region: '620824' }), { query: { region: '620881' } })
    t.match(await ask(app, 'certificate', '婚姻状况证明', { region: '622701', on: '2001-01-01' }), {
      query: { region: '620802', on: '2001-01-01' },
    })
    t.match((await get(app, 'certificate', 'x', { region: '130504' })).json(), {
      type: 'urn:qingdan:problem:unknown-region',
      status: 400,
      detail: /已于1988年由几个地区取代.*130502.*130503/,
    })
    const undated = await ask(app, 'certificate', '婚姻状况证明', { region: '110201', language: 'en' })
    t.match(undated, { replacedRegion: { code: '110201' }, reason: /^Region 110201 \(昌平县\) was replaced by 110114/ })
    t.notOk('until' in (undated.replacedRegion ?? {}))
    for (const language of ['zh', 'en']) {
      const { detail } = (await get(app, 'certificate', 'x', { region: '132504', language })).json()
      t.match(detail, /（茶坊区）已由几个地区取代|\(茶坊区\) was replaced by several/, 'in which year is not known')
    }
  })

  t.test('are the same for batches, surveys, ledgers and lists of items', async (t) => {
    const post = async (url: string, payload: object) =>
      (await app.inject({ method: 'POST', url, payload: { region: '622701', ...payload } })).json()
    const replacedRegion = { code: '622701', successor: { code: '620802' } }
    const batch = await app.inject({
      method: 'POST',
      url: '/v1/check',
      payload: { questions: [{ kind: 'certificate', name: '婚姻状况证明', region: '622701' }] },
    })
    t.match(batch.json().results, [{ answer: { replacedRegion, outcome: 'prohibited' } }])
    t.match(await post('/v1/signboards/survey', { boards: [{ name: '村民委员会' }] }), {
      region: '620802',
      replacedRegion,
      boards: [{ answer: { replacedRegion } }],
    })
    t.match(await post('/v1/ledger', { tasks: [{ name: '人口普查协助' }] }), {
      place: '甘肃省平凉市崆峒区',
      region: '620802',
      replacedRegion,
      tasks: [{ answer: { replacedRegion } }],
    })
    const items = async (region: string) => (await read(`/v1/certificates?region=${region}`)).json()
    t.strictSame(await items('622701'), await items('620802'))
    const boards = async (region: string) =>
      (await read(`/v1/signboards/allowed?place=exterior&region=${region}`)).json()
    t.strictSame(await boards('622701'), await boards('620802'))
  })
})

t.test('a question without a region is asked where the operator says', async (t) => {
  const settings = { ...patient, homeRegion: readConfig({ HOME_REGION: '420506' }).homeRegion }
  const { app } = await build(t, { parts: { settings } })
  t.match(await ask(app, 'certificate', '婚姻状况证明'), { query: { region: '420506' } })
  t.match(await ask(app, 'certificate', '婚姻状况证明', { region: '620802' }), { query: { region: '620802' } })
  const { json } = await app.inject({ method: 'POST', url: '/v1/signboards/survey', payload: { boards: [] } })
  t.equal(json().region, '420506')
  t.equal((await app.inject('/v1/signboards?limit=1')).json().total, 0)
  for (const url of ['/', '/boards', '/lists', '/check', '/data', `/?name=${encodeURIComponent('婚姻状况证明')}`]) {
    const { payload } = await app.inject(url)
    t.match(payload, '湖北省宜昌市夷陵区', url)
    t.notMatch(payload.replaceAll(/<main.*<\/main>/gs, ''), '崆峒', url)
  }
})

t.test(
  'nothing of the first district is in the program: the default of HOME_REGION stands in package.json',
  async (t) => {
    const folder = resolve(import.meta.dirname, '../../../../src')
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
    const naming = files
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((path) => /崆峒|620802|Kongtong/.test(readFileSync(path, 'utf8')))
    t.same(naming, [])
  },
)
