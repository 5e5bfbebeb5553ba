import t from 'tap'
import { ask } from '../ask-service.ts'
import { build } from '../build-service.ts'
import { answerTo } from '../rulings/snapshot.ts'

const law = { document: 'law', version: '2024-01-01', clause: '第一条' }
const task = { id: 'a', kind: 'task', effect: 'own_duty' } as const

t.test('where an item binds one kind of committee, the answer about both says so', async (t) => {
  const lists = [{ ...task, items: [{ no: 1, name: '甲工作', body: 'village', source: law } as const] }]
  const both = answerTo({ lists }, { kind: 'task', name: '甲工作' })
  t.match(both, { outcome: 'permitted', findings: [{ body: 'village' }], reason: /只约束村民委员会，不约束居民委员会/ })
  const english = answerTo({ lists }, { kind: 'task', name: '甲工作' }, 'en')
  t.match(english.reason, /villagers' committees only/)
  const village = answerTo({ lists }, { kind: 'task', name: '甲工作', body: 'village' })
  t.match(village, { outcome: 'permitted', query: { body: 'village' } })
})

t.test('asked of the committee that it does not bind, it is no answer, and the reason says why', async (t) => {
  const lists = [{ ...task, items: [{ no: 1, name: '甲工作', body: 'village', source: law } as const] }]
  for (const name of ['甲工作', 'a/1']) {
    const answer = answerTo({ lists }, { kind: 'task', name, body: 'community' })
    t.match(answer, { outcome: 'undetermined', allowed: null, findings: [], reason: /“甲工作”不约束居民委员会。$/ })
    t.match(answerTo({ lists }, { kind: 'task', name, body: 'community' }, 'en').reason, /does not bind residents'/)
  }
  const unknown = answerTo({ lists }, { kind: 'task', name: '龘', body: 'community' })
  t.notMatch(unknown.reason, /约束/, 'of what nobody knows nothing is said')
})

t.test('what law of villages and law of residents say alike binds both, whichever article is cited', async (t) => {
  const bases = [
    { ...law, body: 'village' as const },
    { ...law, clause: '第二条', body: 'community' as const },
  ]
  const lists = [{ ...task, items: [{ no: 1, name: '甲工作', bases }] }]
  for (const body of [undefined, 'village', 'community'] as const) {
    const answer = answerTo({ lists }, { kind: 'task', name: '甲工作', ...(body ? { body } : {}) })
    t.notMatch(answer.reason, /约束/)
    t.notOk('body' in (answer.findings[0] as object))
    t.match(answer.findings[0]?.citation.clause, body === 'community' ? '第二条' : '第一条')
  }
})

t.test('an issuer that is one kind of committee asks of that kind, in a parameter and in a name', async (t) => {
  const lists = [
    { id: 'a', effect: 'permits' as const, items: [{ no: 1, name: '同意建房证明', body: 'community' as const }] },
  ]
  const answer = (more: object, name = '同意建房证明') => answerTo({ lists }, { name, ...more })
  const notBound = { outcome: 'undetermined', allowed: null, reason: /“同意建房证明”不约束村民委员会。$/ }
  for (const issuer of ['村委会', '柳湖镇泾滩村', '大队', "Villagers' committee"])
    t.match(answer({ issuer }), notBound, issuer)
  for (const issuer of ['居委会', '社区', '社区居民委员会'])
    t.match(answer({ issuer }), { outcome: 'permitted', query: { issuer } }, issuer)
  for (const issuer of ['村（居）委会', '村委会、居委会', '李村社区', '自治组织', '/'])
    t.match(answer({ issuer }), { outcome: 'permitted' }, issuer)
  t.match(answer({ issuer: '派出所' }), { outcome: 'not_applicable' })
  t.match(
    answer({ issuer: '居委会', body: 'village' }),
    { outcome: 'permitted' },
    'what a row says is more than what all rows say',
  )
})

t.test('so does an issuer that stands in the name, unless the column names another', async (t) => {
  const { app } = await build(t)
  const answer = (name: string, more: object) => ask(app, 'certificate', name, { region: '421200', ...more } as never)
  t.match(await answer('居委会出具的家庭用电报户证明', {}), { outcome: 'prohibited' })
  t.match(await answer('家庭用电报户证明', {}), { outcome: 'prohibited' })
  for (const more of [{}, { issuer: '/' }])
    t.match(await answer('村委会出具的家庭用电报户证明', more), { allowed: null, reason: /不约束村民委员会/ })
  t.match(await answer('村委会出具的家庭用电报户证明', { issuer: '居委会' }), { outcome: 'prohibited' })
})

t.test('what binds both is answered alike, whoever is asked', async (t) => {
  const lists = [{ ...task, items: [{ no: 1, name: '甲工作', source: law }] }]
  const answers = [undefined, 'village', 'community'].map((body) => {
    const { query: _, ...rest } = answerTo({ lists }, {
      kind: 'task',
      name: '甲工作',
      ...(body ? { body } : {}),
    } as never)
    return rest
  })
  t.same(answers[1], answers[0])
  t.same(answers[2], answers[0])
  t.notOk('body' in (answers[0]?.findings[0] ?? {}))
})

t.test('an exception that rests on a version is said on its days only', async (t) => {
  const exceptions = [{ text: { zh: '除外。', en: 'Not so.' }, grade: 'reference' as const, source: law }]
  const lists = [{ id: 'a', items: [{ no: 1, name: '甲证明', exceptions }] }]
  const said = (on: string) => answerTo({ lists }, { name: '甲证明', on }).findings[0]?.exceptions.length
  t.same([said('2024-02-29'), said('2024-03-01')], [0, 1])
})

t.test('body is a parameter of every question', async (t) => {
  const { app } = await build(t)
  const village = { name: '湿地保护协助', body: 'village' }
  for (const url of [
    '/v1/tasks/湿地保护协助/status?body=village',
    '/v1/check?kind=task&name=湿地保护协助&body=village',
  ]) {
    t.match((await app.inject(encodeURI(url))).json(), {
      query: village,
      outcome: 'permitted',
      findings: [{ body: 'village' }],
    })
    const community = (await app.inject(encodeURI(url.replace('body=village', 'body=community')))).json()
    t.match(community, { allowed: null, reason: /不约束居民委员会/ })
  }
  const rows = ['village', 'community'].map((body) => ({ kind: 'task', name: '湿地保护协助', body }))
  const batch = await app.inject({ method: 'POST', url: '/v1/check', payload: { questions: rows } })
  t.match(batch.json(), { results: [{ answer: { allowed: true } }, { answer: { allowed: null } }] })
  const wrong = await app.inject('/v1/check?kind=task&name=x&body=town')
  t.match(wrong.json(), { status: 400, errors: [{ name: 'body', detail: /village、community 之一/ }] })
})

t.test('a board that law asks of the other committee only is said not to bind this one', async (t) => {
  const { app } = await build(t)
  const answer = (body: string) => ask(app, 'signboard', '居务公开栏', { body } as never)
  t.match(await answer('village'), { allowed: null, law: [], reason: /“居务公开栏”不约束村民委员会。/ })
  t.match(await answer('community'), { reason: /要求居民委员会设立居务公开栏/ })
})

t.test('a page asks it, keeps it in its address and on its slip, and shows whom an item binds', async (t) => {
  const { app } = await build(t)
  const query = { kind: 'task', name: '湿地保护协助', body: 'village', on: '2026-11-22' }
  const page = (await app.inject({ url: '/', query })).payload
  t.match(page, /<option value="village" selected>/)
  t.match(page, /只约束村民委员会/)
  t.match(page, /[?&;]body=village/)
  t.match(page, /法律法规的规定/)
  const other = (await app.inject({ url: '/', query: { ...query, body: 'community' } })).payload
  t.match(other, /<option value="community" selected>/)
  t.match(other, /· 居民委员会/)
  const slip = (await app.inject({ url: '/slip', query })).payload
  const [, code = ''] = /<p class="code">编号 <strong>([0-9A-Z-]+)</.exec(slip) ?? []
  const followed = await app.inject({ url: '/', query: { name: code } })
  t.match(followed.headers.location, /body=village/)
  t.match(slip, /只问：村民委员会/)
  const plain = { kind: 'task', name: '湿地保护协助', on: '2026-11-22' }
  t.notMatch((await app.inject({ url: '/slip', query: plain })).payload, /只问：/)
  t.match((await app.inject('/lists/annex-2')).payload, /只约束村民委员会/)
})

t.test('the rules of a question are those of its committee', async (t) => {
  const { app } = await build(t)
  const cited = async (body?: 'village' | 'community', on = '2026-11-22') =>
    (await ask(app, 'task', '残疾人工作', { on, ...(body ? { body } : {}) })).law.map(
      ({ citation }) => citation.documentId,
    )
  t.same(await cited('village'), ['cunmin-weiyuanhui-zuzhi-fa'])
  t.same(await cited('community'), ['chengshi-jumin-weiyuanhui-zuzhi-fa'])
  t.equal((await cited()).length, 2)
})

t.test(
  'a paper that a village must not be asked for is answered with the law above the notice, one that it may be is not',
  async (t) => {
    const { app } = await build(t)
    const forbidden = await ask(app, 'certificate', '死亡证明')
    t.match(forbidden.law[0], {
      citation: { document: '优化营商环境条例', clause: '第四十四条', version: '2019-10-22' },
    })
    t.same((await ask(app, 'certificate', '人民陪审员候选人推荐')).law, [])
    t.match(await ask(app, 'task', '提供担保'), {
      outcome: 'prohibited',
      findings: [{ also: [{ clause: '第十二条' }] }],
    })
  },
)

t.test('residents’ committees follow the law of villagers’ committees since the day it says so', async (t) => {
  const { app } = await build(t)
  const answer = (on: string) => ask(app, 'task', '农业普查协助', { on, body: 'community' } as never)
  t.match(await answer('2026-04-30'), { allowed: null, reason: /不约束居民委员会/ })
  t.match(await answer('2026-05-01'), { allowed: true, findings: [{ citation: { clause: '第四十三条' } }] })
})
