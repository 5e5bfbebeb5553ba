import { channel } from 'node:diagnostics_channel'
import { type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import type { Parts } from '../../../src/app.ts'
import { type App, buildApp } from '../../../src/app.ts'
import type { List } from '../../../src/catalogue/snapshot.ts'
import { readConfig } from '../../../src/config/config.ts'
import { addressHash } from '../../../src/http/plugins/address-hash.ts'
import type { Answer } from '../../../src/rulings/answer.ts'
import { loadSnapshot, patient, watching } from '../../build-service.ts'
import { itemIn } from '../../data-folder.ts'
import { type LogLine, logLines } from '../../log-lines.ts'

const path = `/v1/certificates/${encodeURIComponent('死亡证明')}/status`
const noon = Date.parse('2026-11-22T12:00:00+08:00')

interface Received {
  readonly status: number
  readonly raw: readonly string[]
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A service that listens, since kept answers are sent ahead of what `inject` reaches. */
async function listen(t: Test, parts: Partial<Parts> = {}) {
  const snapshot = await loadSnapshot(t)
  const app = await buildApp({ snapshot: () => snapshot, now: () => noon, settings: patient, ...parts })
  t.teardown(() => app.close())
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const ask = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Received>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path: address, headers, method, agent: false }, (response) => {
        const { statusCode = 0, rawHeaders, headers } = response
        text(response).then((body) => resolve({ status: statusCode, raw: rawHeaders, headers, body }), reject)
      })
      sent.on('error', reject).end()
    })
  return { app, ask, snapshot, port }
}

/** What does not differ between two answers to the same question: all but the id and the time. */
const lasting = ({ status, raw, body }: Received) => ({
  status,
  body,
  raw: raw.map((word, at) => (/^(?:x-request-id|date)$/i.test(raw[at - 1] ?? '') ? 'differs' : word)),
})

/** Counts the requests that a handler of Fastify's has seen. */
function handled(t: Test): () => number {
  let count = 0
  const start = channel('tracing:fastify.request.handler:start')
  const seen = () => {
    count += 1
  }
  start.subscribe(seen)
  t.teardown(() => start.unsubscribe(seen))
  return () => count
}

t.test('an answer sent again is the one sent before, byte for byte, with an id of its own', async (t) => {
  const seen = handled(t)
  const { logger, lines } = logLines()
  const { ask, snapshot } = await listen(t, { logger })
  for (const address of [path, `/v1/check?kind=task&name=a`, '/v1/lists/annex-3/items?limit=2']) {
    const before = seen()
    const first = await ask(address)
    const again = await ask(address)
    t.equal(seen() - before, 1, 'only the first was worked out')
    t.same(lasting(again), lasting(first), address)
    t.not(again.headers['x-request-id'], first.headers['x-request-id'])
    t.match(again.headers['x-request-id'], /^[0-9a-f]{32}$/)
  }
  const told = lines.filter(({ msg }) => msg === 'request').map((line) => ({ ...line, id: 0, ms: 0, time: 0 }))
  t.match(told[0], { outcome: 'prohibited', item: 'annex-3/11', status: 200, dataset: snapshot.version })
  for (const first of [0, 2, 4]) t.same(told[first + 1], told[first], 'the line is the same, but for id and time')
  const trace = '0af7651916cd43dd8448eb211c80319c'
  const traced = await ask(path, { traceparent: `00-${trace}-b7ad6b7169203331-01` })
  t.equal(traced.headers['x-request-id'], trace, 'or the id of the trace')
})

t.test(
  'the line of an answer sent again says what that of the first said, whole or not, with names or not',
  async (t) => {
    for (const logNames of [true, false]) {
      const { logger, lines } = logLines()
      const settings = { ...patient, logNames }
      const callers = { nameOf: (key: string) => key }
      const { app, ask } = await listen(t, { settings, callers, logger })
      const told = async (asking: () => Promise<unknown>) => {
        await asking()
        const { id: _, ms: __, time: ___, ...line } = lines.at(-1) as LogLine
        return line
      }
      const key = { authorization: 'Bearer one' }
      const known = { ...key, 'if-none-match': '*' }
      for (const [address, outcome] of [
        [path, 'prohibited'],
        [`/v1/certificates/${encodeURIComponent('居住证明')}/status`, 'undetermined'],
      ] as const) {
        const first = await told(() => ask(address, key))
        const firstKnown = await told(() => app.inject({ url: address, headers: known }))
        t.match({ ...first, named: 'name' in first }, { status: 200, outcome, named: logNames })
        t.match(firstKnown, { status: 304, outcome })
        for (const _ of ['again', 'and again']) {
          t.same(await told(() => ask(address, key)), first)
          t.same(await told(() => ask(address, known)), firstKnown)
          t.same(await told(() => ask(address, { authorization: 'Bearer two' })), { ...first, caller: 'two' })
        }
      }
    }
  },
)

t.test('a caller that has it already is told so, in the words of the long way', async (t) => {
  const { ask, app } = await listen(t)
  const { etag = '' } = (await ask(path)).headers
  const seen = handled(t)
  for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await ask(path, { 'if-none-match': tag })
    const long = await app.inject({ url: path, headers: { 'if-none-match': tag } })
    t.match(again, { status: 304, body: '' }, tag)
    const { date: _, 'x-request-id': id, connection: __, 'keep-alive': ___, ...headers } = again.headers
    const { date: ____, 'x-request-id': other, connection: _____, ...expected } = long.headers
    t.same(headers, expected)
    t.not(id, other)
  }
  t.equal(seen(), 4, 'only those injected took the long way')
  t.equal((await ask(path, { 'if-none-match': '"other"' })).status, 200)
})

t.test('an answer is kept for a caller too who was only told that he has it already', async (t) => {
  const { ask } = await listen(t)
  const { etag = '' } = (await ask('/v1/lists')).headers
  const seen = handled(t)
  t.equal((await ask(path, { 'if-none-match': `${etag}` })).status, 304)
  t.equal((await ask(path, { 'if-none-match': `${etag}` })).status, 304)
  const whole = await ask(path)
  t.match(whole, { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' } })
  t.equal(Buffer.byteLength(whole.body), Number(whole.headers['content-length']))
  t.equal(seen(), 1)
})

t.test('each language has its own', async (t) => {
  const { ask } = await listen(t)
  const reason = async (language: string) => {
    const { body } = await ask(path, { 'accept-language': language })
    return (JSON.parse(body) as Answer).reason
  }
  for (let round = 0; round < 2; round += 1) {
    t.match(await reason('en'), 'must not be asked')
    t.match(await reason('zh-CN'), '不得要求')
    t.match(await reason('en;q=0.1, zh'), '不得要求')
  }
})

t.test('addresses that share a number take turns, each with its own answer', async (t) => {
  const [one, other] = ['82219', '156804']
  const address = (name: string) => `/v1/tasks/${name}/status`
  t.equal(addressHash(address(one)), addressHash(address(other)))
  const seen = handled(t)
  const { ask } = await listen(t)
  const asked = async (name: string) => {
    const before = seen()
    const { body } = await ask(address(name))
    t.equal((JSON.parse(body) as Answer).query.name, name)
    return seen() - before
  }
  const worked: number[] = []
  for (const name of [one, one, other, other, one]) worked.push(await asked(name))
  t.same(worked, [1, 0, 1, 0, 1])
})

t.test('with other data or on another day nothing old is sent', async (t) => {
  const old = await loadSnapshot(t)
  const next = await loadSnapshot(t, (data) => {
    itemIn(data, 'annex-3', 11).name = '居民死亡证明'
  })
  let current = old
  let now = noon
  const { logger, lines } = logLines()
  const { ask } = await listen(t, { snapshot: () => current, now: () => now, logger })
  const about = async () => {
    const { headers, body } = await ask(path)
    const { query, match, dataset } = JSON.parse(body) as Answer
    t.equal(headers['dataset-version'], dataset.version)
    return { on: query.on, name: match?.name, version: dataset.version }
  }
  const first = { on: '2026-11-22', name: '死亡证明', version: old.version }
  t.same([await about(), await about()], [first, first])
  current = next
  const second = { on: '2026-11-22', name: '居民死亡证明', version: next.version }
  t.same([await about(), await about()], [second, second])
  now = Date.parse('2026-11-23T00:00:00+08:00')
  t.same(await about(), { ...second, on: '2026-11-23' })
  now = noon
  t.same(await about(), second, 'also when the clock is set back')
  t.same(
    lines.filter(({ msg }) => msg === 'request').map(({ dataset }) => dataset),
    [old, old, next, next, next, next].map(({ version }) => version),
    'the log names the data that each answer came of',
  )
})

t.test('an answer that was still on its way when the data changed is not kept', async (t) => {
  const old = await loadSnapshot(t)
  const next = await loadSnapshot(t)
  let asked = 0
  // The request keeps the first it gets; whoever looks later sees that it is no longer the current one.
  const { ask } = await listen(t, {
    snapshot: () => {
      asked += 1
      return asked <= 2 ? old : next
    },
  })
  const seen = handled(t)
  await ask(path)
  await ask(path)
  await ask(path)
  t.equal(seen(), 2, 'the second was worked out again, and kept')
})

t.test('what is refused or said anew each time goes the long way', async (t) => {
  const seen = handled(t)
  let state: 'current' | 'failed' = 'current'
  const load = () => ({ state, started: '2026-11-22T00:00:00Z', finished: null, error: null })
  const { ask } = await listen(t, { load })
  await ask(path)
  t.equal((await ask(path, {}, 'HEAD')).body, '')
  t.equal((await ask(path, {}, 'POST')).status, 405)
  t.equal((await ask(`${path}?of=x`)).status, 400)
  t.equal((await ask(`${path}?of=x`)).status, 400)
  t.match((await ask('/v1/dataset')).body, '"current"')
  state = 'failed'
  t.match((await ask('/v1/dataset')).body, '"failed"')
  const long = `/v1/check?kind=task&name=${encodeURIComponent('长'.repeat(200))}`
  const before = seen()
  await ask(long)
  await ask(long)
  t.equal(seen() - before, 2, 'an address that is very long is not kept')
})

/** Addresses of long answers, of more than 4 MB together. */
const longAnswers = Array.from(
  { length: 300 },
  (_, at) => `/v1/lists/annex-2/items?limit=${200 - Math.floor(at / 3)}&offset=${at % 3}`,
)

t.test('what is kept is bounded: what was not asked for gives way', async (t) => {
  const { ask } = await listen(t)
  const seen = handled(t)
  const again = async () => {
    const before = seen()
    await ask(path)
    return seen() - before
  }
  await ask(path)
  let [bytes, missed] = [0, 0]
  for (const address of longAnswers) {
    bytes += Buffer.byteLength((await ask(address)).body)
    missed += await again()
  }
  t.ok(bytes > 4 * 1024 * 1024, `${bytes} bytes came after it`)
  t.equal(missed, 0, 'what is asked for again and again stays')
  for (const address of longAnswers) await ask(address)
  t.equal(await again(), 1, 'it had to be worked out again')
})

t.test('where lists hold more items, more is kept, though not without bound', async (t) => {
  const snapshot = await loadSnapshot(t)
  const list = snapshot.lists.get('annex-2') as List
  const items = Array.from({ length: 400 }, (_, at) => ({ no: at + 1, name: '长'.repeat(800) }))
  /** How often the first answer is worked out again when others have come between. */
  const again = async (size: number, between: readonly string[]) => {
    const large: List = { ...list, id: 'large', size, items }
    const larger = { ...snapshot, lists: new Map(snapshot.lists).set('large', large) }
    const { ask } = await listen(t, { snapshot: () => larger })
    const seen = handled(t)
    await ask(path)
    for (const address of between) await ask(address)
    const before = seen()
    await ask(path)
    return seen() - before
  }
  t.equal(await again(10_000, longAnswers), 0)
  const pages = Array.from({ length: 200 }, (_, at) => `/v1/lists/large/items?limit=200&offset=${at}`)
  t.equal(await again(1_000_000, pages.slice(0, 30)), 0)
  t.equal(await again(1_000_000_000, pages), 1)
})

t.test('without its key nobody gets what somebody else asked for', async (t) => {
  const { logger, lines } = logLines()
  const callers = { nameOf: (key: string) => (key === 'right' ? 'platform' : null) }
  const { ask } = await listen(t, { callers, logger })
  const key = { authorization: 'Bearer right' }
  t.equal((await ask(path, key)).status, 200)
  t.equal((await ask(path, key)).status, 200)
  t.equal((await ask(path)).status, 401)
  t.equal((await ask(path, { authorization: 'Bearer wrong' })).status, 401)
  t.same(
    lines.filter(({ msg }) => msg === 'request').map(({ caller }) => caller),
    ['platform', 'platform', undefined, undefined],
  )
})

t.test(
  'a process that was told to stop sends on what it has kept, and keeps connections until it closes',
  async (t) => {
    let stopping = false
    const { ask } = await listen(t, { stopping: () => stopping })
    await ask(path, { connection: 'keep-alive' })
    stopping = true
    t.equal((await ask(path, { connection: 'keep-alive' })).headers.connection, 'keep-alive')
  },
)

t.test('a kept answer counts for whoever asks, by key or by address as its proxy tells it', async (t) => {
  const rateLimit = { max: 2, windowMs: 60_000 }
  const statuses = async (sent: readonly Promise<Received>[]) =>
    (await Promise.all(sent)).map(({ status }) => status).sort()
  const seen = handled(t)
  const open = await listen(t, { settings: { ...patient, rateLimit, trustedProxies: ['127.0.0.1'] } })
  await open.ask(path, { 'x-forwarded-for': '192.0.2.9' })
  const from = (address: string) => open.ask(path, { 'x-forwarded-for': address })
  t.same(await statuses([from('192.0.2.1'), from('192.0.2.1:77'), from('192.0.2.1')]), [200, 200, 429])
  t.same(await statuses([from('192.0.2.2')]), [200], 'another client has a count of its own')
  t.equal(seen(), 1, 'what was sent was not worked out again')
  const callers = { nameOf: (key: string) => key }
  const closed = await listen(t, { settings: { ...patient, rateLimit }, callers })
  const by = (key: string) => closed.ask(path, { authorization: `Bearer ${key}` })
  await by('one')
  t.same(await statuses([by('two'), by('two'), by('two')]), [200, 200, 429])
  t.equal((await by('one')).status, 200)
})

t.test('a page of another origin has its own headers, and nobody else gets them', async (t) => {
  const { corsOrigins } = readConfig({ CORS_ORIGINS: 'https://example.org' })
  const { ask } = await listen(t, { settings: { ...patient, corsOrigins } })
  const seen = handled(t)
  const allowed = async (headers: Record<string, string>) =>
    (await ask(path, headers)).headers['access-control-allow-origin']
  const page = { origin: 'https://example.org' }
  t.equal(await allowed(page), 'https://example.org')
  t.equal(await allowed({}), undefined)
  t.equal(await allowed({}), undefined)
  t.equal(seen(), 2, 'a program has what is kept')
  t.equal(await allowed(page), 'https://example.org')
})

t.test('what is sent from what was kept is told for traces, by its route', async (t) => {
  const told: object[] = []
  let traced = 0
  const hook = (app: App, _options: object, done: () => void) => {
    app.addHook('onRequest', (_request, _reply, next) => {
      traced += 1
      next()
    })
    done()
  }
  const { ask } = await listen(t, { tracing: watching(hook, (request) => told.push(request)) })
  const { etag } = (await ask(path)).headers
  const again = await ask(path)
  await ask(path, { 'if-none-match': `${etag}` })
  t.equal(traced, 1)
  const route = '/v1/certificates/:name/status'
  t.match(told, [
    { id: again.headers['x-request-id'], method: 'GET', route, status: 200, address: path },
    { route, status: 304 },
  ])
})
