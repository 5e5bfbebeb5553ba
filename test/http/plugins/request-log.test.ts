import t from 'tap'
import type { App } from '../../../src/app.ts'
import { readConfig } from '../../../src/config/config.ts'
import { OneLinePerRequest } from '../../../src/http/plugins/request-log.ts'
import { Traffic } from '../../../src/operations/traffic.ts'
import { build, patient, testDay } from '../../build-service.ts'
import { logLines } from '../../log-lines.ts'

const url = `/v1/certificates/${encodeURIComponent('张三的婚姻状况证明')}/status?issuer=${encodeURIComponent('张三村委会')}`

t.test('a request is one line: who, what, with what outcome, from which data, how fast', async (t) => {
  const { logger, lines } = logLines()
  const callers = { nameOf: () => 'platform' }
  const { app, snapshot } = await build(t, { logger, parts: { callers } })
  const ask = (name: string) =>
    app.inject({
      url: `/v1/certificates/${encodeURIComponent(name)}/status`,
      headers: { authorization: 'Bearer top-secret' },
    })
  await ask('婚姻状况证明')
  await ask('居住证明')
  const common = {
    level: 30,
    msg: 'request',
    id: /^[0-9a-f]{32}$/,
    method: 'GET',
    route: '/v1/certificates/:name/status',
    status: 200,
    ms: Number,
    caller: 'platform',
    dataset: snapshot.version,
    kind: 'certificate',
    region: '620802',
    on: testDay,
    release: 'source',
  }
  t.equal(lines.length, 2)
  t.match(lines[0], { ...common, outcome: 'prohibited', item: 'annex-3/8' })
  t.match(lines[1], { ...common, outcome: 'undetermined', item: null })
  t.notMatch(JSON.stringify(lines), 'top-secret')
})

t.test('what people wrote is not logged, also not when it is refused', async (t) => {
  const { logger, lines } = logLines()
  const { app } = await build(t, { logger })
  await app.inject({ url })
  await app.inject({ url: `${url}&张三=1` })
  await app.inject({ url: '/v1/check?kind=task&name=%E5%BC%A0%E4%B8%89&issuer=x' })
  await app.inject({ url: `/${encodeURIComponent('张三')}` })
  await app.inject({ url: `/v1/tasks/${'张三'.repeat(600)}/status` })
  t.equal(lines.length, 5)
  t.notMatch(JSON.stringify(lines), /张三|%E5%BC%A0/)
})

t.test('LOG_NAMES=true has the names logged', async (t) => {
  const { logger, lines } = logLines()
  const { app } = await build(t, { logger, parts: { settings: { ...readConfig({}), logNames: true } } })
  await app.inject({ url })
  await app.inject({ url: '/v1/lists' })
  t.equal(lines[0]?.name, '张三的婚姻状况证明')
  t.notOk('name' in (lines[1] ?? {}))
})

t.test('of several answers the number is logged, and a failure with its error', async (t) => {
  const { logger, lines } = logLines()
  const answered = { outcome: 'prohibited', item: 'annex-3/8' }
  const request = { id: '1', method: 'POST', routeOptions: {}, log: logger, caller: null, answered, answers: 2 }
  const reply = { statusCode: 200, elapsedTime: 1 }
  const traffic = new Traffic()
  new OneLinePerRequest(false, traffic).requestCompleted(new Error('broken pipe'), request as never, reply as never)
  t.strictSame(['outcome' in (lines[0] ?? {}), 'item' in (lines[0] ?? {})], [false, false], 'not those of the first')
  t.match(lines[0], { level: 50, answers: 2, route: null, msg: 'request failed', err: { message: 'broken pipe' } })
  t.equal(traffic.faults, 1)
})

t.test('of a batch the counts by outcome are logged, and with LOG_NAMES=true a line for each name', async (t) => {
  const names = ['婚姻状况证明', '居民养犬证明', '居住证明']
  const batch = (app: App) =>
    app.inject({
      method: 'POST',
      url: '/v1/check',
      payload: { questions: names.map((name) => ({ kind: 'certificate', name, region: '620800', on: '2026-01-02' })) },
    })
  for (const logNames of [false, true]) {
    const { logger, lines } = logLines()
    const { app } = await build(t, { logger, parts: { settings: { ...patient, logNames } } })
    t.equal((await batch(app)).statusCode, 200)
    const outcomes = lines.at(-1)?.outcomes as Record<string, number>
    t.equal(
      Object.values(outcomes).reduce((sum, count) => sum + count, 0),
      3,
    )
    t.match(lines.at(-1), { msg: 'request', answers: 3, release: 'source' })
    const each = lines.slice(0, -1)
    t.same(
      each.map(({ name }) => name),
      logNames ? names : [],
    )
    for (const line of each)
      t.match(line, {
        msg: 'answer',
        id: lines.at(-1)?.id,
        kind: 'certificate',
        region: '620800',
        on: '2026-01-02',
        outcome: String,
      })
  }
})
