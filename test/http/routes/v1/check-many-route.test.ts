import t, { type Test } from 'tap'
import { buildApp } from '../../../../src/app.ts'
import { judgeIn } from '../../../../src/checks/judge.ts'
import type { Kind } from '../../../../src/lists/terms.ts'
import { type Answer, outcomes } from '../../../../src/rulings/answer.ts'
import { get } from '../../../ask-service.ts'
import { build, loadSnapshot, patient, testDay } from '../../../build-service.ts'
import { itemIn } from '../../../data-folder.ts'
import { logLines } from '../../../log-lines.ts'
import { casesOf } from '../../../names/cases.ts'

async function many(t: Test, payload: object | string, headers = {}) {
  const { app, snapshot } = await build(t)
  const response = await app.inject({ method: 'POST', url: '/v1/check', payload, headers })
  return { app, snapshot, response, body: response.json() }
}

t.test('answers come back in order, each with its id and status, and are counted', async (t) => {
  const { response, body, snapshot } = await many(t, {
    questions: [
      { id: 'a', kind: 'certificate', name: '婚姻状况证明' },
      { id: 7, kind: 'signboard', name: '村民委员会' },
      { kind: 'task', name: '谁也没有列过的事' },
    ],
  })
  t.equal(response.statusCode, 200)
  t.equal(response.headers['content-type'], 'application/json; charset=utf-8')
  t.equal(body.dataset.version, snapshot.version)
  t.strictSame(
    body.results.map(({ id, status }: { id: unknown; status: number }) => [id, status]),
    [
      ['a', 200],
      [7, 200],
      [undefined, 200],
    ],
  )
  t.match(body.counts, {
    questions: 3,
    answers: 3,
    problems: 0,
    outcomes: { prohibited: 1, permitted: 1, undetermined: 1 },
  })
  t.strictSame(Object.keys(body.counts.outcomes), [...outcomes])
})

t.test('all rows of a batch rest on the data with which it began, whatever is loaded while it runs', async (t) => {
  const first = await loadSnapshot(t)
  const second = await loadSnapshot(t, (data) => {
    itemIn(data, 'annex-3', 8).name = '别的证明'
  })
  let current = first
  const app = await buildApp({ snapshot: () => current, settings: patient })
  t.teardown(() => app.close())
  app.addHook('preParsing', async () => {
    current = second
  })
  // More than are answered without a pause.
  const payload = { questions: Array.from({ length: 250 }, () => ({ kind: 'certificate', name: '婚姻状况证明' })) }
  const batch = () => app.inject({ method: 'POST', url: '/v1/check', payload })
  const versions = new Set<string>()
  for (const [snapshot, name] of [
    [first, '婚姻状况证明'],
    [second, '别的证明'],
  ] as const) {
    const { headers, ...response } = await batch()
    const { dataset, results } = response.json<{ dataset: Answer['dataset']; results: { answer: Answer }[] }>()
    t.equal(headers['dataset-version'], snapshot.version)
    t.equal(dataset.version, snapshot.version)
    t.equal(results.length, 250)
    for (const { answer } of results) {
      versions.add(answer.dataset.version)
      if (answer.dataset.version !== snapshot.version || answer.match?.name !== name)
        t.match(answer, { dataset: { version: snapshot.version }, match: { name } })
    }
  }
  t.equal(versions.size, 2)
})

t.test('a bad row gets its own problem, the one its single question would get, and fails no other', async (t) => {
  const rows = [
    null,
    'text',
    [],
    { id: 'k', kind: 'paper', name: 'x' },
    { id: 'n', kind: 'task' },
    { kind: 'task', name: ' ' },
    { kind: 'task', name: '名'.repeat(201) },
    { kind: 'task', name: 'x', regoin: '620802' },
    { kind: 'task', name: 'x', region: '990000' },
    { kind: 'task', name: 'x', on: '2026-02-30' },
    { kind: 'task', name: 'x', issuer: '村委会' },
    { kind: 'certificate', name: 'annex-3/99' },
    { kind: 'certificate', name: '收入证明' },
  ]
  const { body, app } = await many(t, { questions: rows })
  t.match(body.counts, { questions: 13, answers: 1, problems: 12 })
  t.strictSame(
    body.results.map(({ status }: { status: number }) => status),
    [...rows.slice(1).map(() => 400), 200],
  )
  t.equal(body.results[3].id, 'k')
  t.equal(body.results[4].id, 'n')
  for (const { problem } of body.results.slice(3, 12)) t.equal(problem.errors[0].in, 'body')
  const single = (await get(app, 'task', 'x', { region: '990000' })).json()
  t.equal(body.results[8].problem.detail, single.detail)
  t.equal(body.results[8].problem.type, single.type)
})

t.test(
  'a row is JSON: what is written in another type is wrong in that row, and is not taken for the text of it',
  async (t) => {
    const good = { id: 'a', kind: 'certificate', name: '收入证明', region: '620802', on: testDay, issuer: '村委会' }
    const rows = [
      { ...good, id: true },
      { ...good, kind: ['certificate'] },
      { ...good, name: 5 },
      { ...good, name: ['收入证明'] },
      { ...good, region: 620802 },
      { ...good, on: 20261122 },
      { ...good, issuer: true },
      { ...good, issuer: null },
      { ...good, id: '7' },
      { ...good, id: 7 },
    ]
    const { body } = await many(t, { questions: rows })
    t.strictSame(
      body.results.map(({ id, problem }: { id: unknown; problem?: { errors: { name: string }[] } }) => [
        id,
        problem?.errors.map(({ name }) => name),
      ]),
      [
        [undefined, ['id']],
        ['a', ['kind']],
        ['a', ['name']],
        ['a', ['name']],
        ['a', ['region']],
        ['a', ['on']],
        ['a', ['issuer']],
        ['a', ['issuer']],
        ['7', undefined],
        [7, undefined],
      ],
    )
  },
)

t.test('what a row may hold is said of rows, not of addresses', async (t) => {
  const rows = [
    { id: true, kind: 'task', name: 'x' },
    { kind: 'paper', name: 'x' },
  ]
  const { body } = await many(t, { questions: rows }, { 'accept-language': 'en' })
  t.strictSame(
    body.results.map(({ problem }: { problem: { errors: { detail: string }[] } }) => problem.errors[0]?.detail),
    ['at most 200 characters or a number below 2^53 (JSON type string/number)', 'one of certificate, signboard, task'],
  )
})

t.test('an id too long to be one is left out rather than sent back', async (t) => {
  const { body } = await many(t, { questions: [{ id: 'x'.repeat(201), kind: 'task', name: 'x' }] })
  t.equal(body.results[0].status, 400)
  t.notOk('id' in body.results[0])
})

t.test('a malformed envelope is refused as a whole', async (t) => {
  const { app } = await build(t)
  const row = { kind: 'task', name: 'x' }
  for (const payload of [
    [],
    {},
    { questions: [] },
    { questions: [row], more: 1 },
    { questions: row },
    { questions: Array(1001).fill(row) },
  ]) {
    t.equal((await app.inject({ method: 'POST', url: '/v1/check', payload })).statusCode, 400)
  }
  const large = { questions: ['x'.repeat(2 * 1024 * 1024)] }
  t.equal((await app.inject({ method: 'POST', url: '/v1/check', payload: large })).statusCode, 413)
  const text = await app.inject({
    method: 'POST',
    url: '/v1/check',
    payload: 'x',
    headers: { 'content-type': 'text/plain' },
  })
  t.equal(text.statusCode, 415)
})

t.test('a batch has no ETag, because what it answers depends on its body', async (t) => {
  const payload = { questions: [{ kind: 'task', name: 'x' }] }
  const { response } = await many(t, payload, { 'if-none-match': '*', 'accept-language': 'en' })
  t.equal(response.statusCode, 200)
  t.notOk('etag' in response.headers)
  t.equal(response.headers['cache-control'], 'no-store')
  t.equal(response.headers['content-language'], 'en')
})

t.test('other requests are answered while a large batch is', async (t) => {
  const { app } = await build(t)
  const questions = Array.from({ length: 1000 }, (_, at) => ({ kind: 'certificate', name: `第${at}号情况证明` }))
  const order: string[] = []
  const batch = app.inject({ method: 'POST', url: '/v1/check', payload: { questions } }).then(({ body }) => {
    order.push('batch')
    return JSON.parse(body)
  })
  await Promise.all([batch, app.inject('/livez').then(() => order.push('live'))])
  t.strictSame(order, ['live', 'batch'])
  t.equal((await batch).results.length, 1000)
})

t.test('a fault inside fails its row, tells nothing of itself and is logged with the id of the request', async (t) => {
  const { logger, lines } = logLines()
  const { app, snapshot } = await build(t, { logger })
  Object.defineProperty(snapshot, 'regions', {
    get: () => {
      throw new Error('a secret place')
    },
  })
  const payload = { questions: [{ kind: 'task', name: 'a' }, 5] }
  const response = await app.inject({ method: 'POST', url: '/v1/check', payload })
  t.match(response.json().results, [
    { status: 500, problem: { type: 'urn:qingdan:problem:internal-error' } },
    { status: 400 },
  ])
  t.notMatch(response.payload, 'secret')
  const faults = lines.filter(({ level }) => level >= 50)
  t.match(faults, [{ msg: 'request failed', id: response.headers['x-request-id'], err: { message: 'a secret place' } }])
  t.equal(faults.length, 1, 'a row that is refused is no fault')
  t.equal(app.traffic.faults, 1, 'and the alert sees it, although the batch itself is answered 200')
})

/** Names as people write them, those of the evaluation among them. */
const written = (['certificate', 'signboard', 'task'] as const).flatMap((kind) =>
  casesOf(`${kind}s.txt`).map(({ name }) => ({ kind, name })),
)
const mostInBatch = 1000

t.test('single question, batch and audit give the same answer for every name of the lists and the cases', async (t) => {
  const { app, snapshot } = await build(t)
  const named = [...snapshot.lists.values()].flatMap(({ kind, items }) =>
    items.flatMap(({ name, subNames = [] }) => [name, ...subNames].map((one) => ({ kind, name: one }))),
  )
  const odd = [' 死亡证明 ', '出 生 证 明', '《收入證明》'].map((name) => ({ kind: 'certificate' as const, name }))
  const issued = { kind: 'certificate' as const, name: '无犯罪记录证明', issuer: '公安派出所' }
  const questions: { kind: Kind; name: string; issuer?: string }[] = [...named, ...written, ...odd, issued]
  const judge = judgeIn({ snapshot, region: '620802', on: testDay, language: 'zh' })
  for (let from = 0; from < questions.length; from += mostInBatch) {
    const asked = questions.slice(from, from + mostInBatch)
    const { results } = (await app.inject({ method: 'POST', url: '/v1/check', payload: { questions: asked } })).json()
    for (const [at, { kind, name, ...rest }] of asked.entries()) {
      const single = (await get(app, kind, name, rest)).json()
      // A name that a broken client wrote is refused by either door of the interface; a file that holds one is a person's to look at.
      const judged = JSON.parse(JSON.stringify(judge(kind, name, rest.issuer)))
      if (results[at].answer) {
        t.strictSame(results[at].answer, single, `${kind} ${name}`)
        t.strictSame(judged, single)
      } else {
        t.match([results[at].problem, single], [{ status: 400 }, { status: 400 }], `${kind} ${name}`)
        t.equal(judged.allowed, null)
      }
    }
  }
})
