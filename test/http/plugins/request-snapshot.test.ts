import { setImmediate } from 'node:timers/promises'
import Fastify from 'fastify'
import t from 'tap'
import { buildApp } from '../../../src/app.ts'
import type { HeldFile } from '../../../src/catalogue/held-file.ts'
import { giveSnapshot, holdWhileHandled, tagAnswers } from '../../../src/http/plugins/request-snapshot.ts'
import { build, loadSnapshot, testDay } from '../../build-service.ts'
import { itemIn } from '../../data-folder.ts'

const url = `/v1/certificates/${encodeURIComponent('死亡证明')}/status`

t.test('every answer under /v1 says from which version it is', async (t) => {
  const { app, snapshot } = await build(t)
  for (const address of [
    url,
    '/v1/check?kind=task&name=a',
    '/v1/signboards/allowed?place=interior',
    '/v1/certificates',
    '/v1/lists',
    '/v1/lists/annex-3',
    '/v1/lists/annex-3/items',
    '/v1/items/annex-3/8',
    '/v1/documents',
    '/v1/documents/notice-2023',
    '/v1/dataset',
  ]) {
    const { headers, statusCode } = await app.inject(address)
    t.match(
      { statusCode, ...headers },
      {
        statusCode: 200,
        'dataset-version': snapshot.version,
        'cache-control': 'no-cache',
        vary: 'accept-language',
        'content-language': 'zh-CN',
      },
      address,
    )
    t.ok(headers.etag?.includes(snapshot.version), address)
  }
  t.equal((await app.inject('/v1/lists/annex-8')).headers['dataset-version'], snapshot.version, 'a refusal too')
})

t.test('a caller that asks with HEAD is told as well that it has the answer', async (t) => {
  const { app } = await build(t)
  const get = await app.inject(url)
  const head = (tag: string) => app.inject({ method: 'HEAD', url, headers: { 'if-none-match': tag } })
  const known = await head(`${get.headers.etag}`)
  t.match({ statusCode: known.statusCode, payload: known.payload }, { statusCode: 304, payload: '' })
  t.equal(known.headers.etag, get.headers.etag)
  t.equal(known.headers['content-type'], undefined)
  t.equal(known.headers['content-length'], get.headers['content-length'], 'the length of what GET would give, or none')
  t.match((await head('"other"')).statusCode, 200)
})

t.test('who has an answer is not told again how to take its body (RFC 9110, 15.4.5)', async (t) => {
  const { app } = await build(t)
  const { headers: first } = await app.inject(url)
  const { headers: again } = await app.inject({ url, headers: { 'if-none-match': `${first.etag}` } })
  t.strictSame(Object.keys(again).sort(), [
    ...['cache-control', 'connection', 'dataset-version', 'date', 'etag', 'vary', 'x-request-id'],
  ])
  for (const name of ['cache-control', 'dataset-version', 'etag', 'vary']) t.equal(again[name], first[name], name)
  for (const name of ['content-language', 'content-security-policy', 'x-frame-options'])
    t.ok(first[name], `${name} came with the answer and holds on`)
})

t.test('an address that is percent-encoded where it need not be is the same address', async (t) => {
  const { app } = await build(t)
  for (const tag of [undefined, 'undefined', '*']) {
    const headers = tag === undefined ? {} : { 'if-none-match': tag }
    const [plain, encoded] = await Promise.all(
      [url, url.replace('/v1/', '/%761/')].map((one) => app.inject({ url: one, headers })),
    )
    const apart = { 'x-request-id': '', date: '' }
    t.equal(encoded?.statusCode, plain?.statusCode, `If-None-Match: ${tag}`)
    t.same({ ...encoded?.headers, ...apart }, { ...plain?.headers, ...apart }, `If-None-Match: ${tag}`)
  }
})

t.test('the probes are of no version', async (t) => {
  const { app } = await build(t)
  for (const address of ['/livez', '/readyz']) {
    const { headers } = await app.inject(address)
    t.equal(headers.etag, undefined)
    t.equal(headers['dataset-version'], undefined)
  }
})

t.test('a caller that has the answer already is told so', async (t) => {
  const { app } = await build(t)
  const first = await app.inject(url)
  const tag = `${first.headers.etag}`
  t.match(tag, /^"[^"]+"$/)
  for (const header of [tag, `W/${tag}`, '*', `"other", ${tag}`, `W/"other" , W/${tag}`]) {
    const response = await app.inject({ url, headers: { 'if-none-match': header } })
    t.equal(response.statusCode, 304, header)
    t.equal(response.payload, '')
    t.equal(response.headers.etag, tag)
    t.equal(response.headers['content-type'], undefined)
    t.ok(response.headers['dataset-version'])
    t.equal(response.headers.vary, 'accept-language')
  }
  for (const header of ['"other"', tag.slice(1, -1), '', ',']) {
    const response = await app.inject({ url, headers: { 'if-none-match': header } })
    t.equal(response.statusCode, 200, header)
    t.equal(response.payload, first.payload)
  }
})

t.test('another language is another answer', async (t) => {
  const { app } = await build(t)
  const chinese = await app.inject({ url, headers: { 'accept-language': 'zh' } })
  const english = await app.inject({
    url,
    headers: { 'accept-language': 'en', 'if-none-match': `${chinese.headers.etag}` },
  })
  t.equal(english.statusCode, 200)
  t.equal(english.headers['content-language'], 'en')
  t.not(english.headers.etag, chinese.headers.etag)
})

t.test('another day is another answer, for the day is part of the question', async (t) => {
  const snapshot = await loadSnapshot(t)
  let now = Date.parse(`${testDay}T23:59:00+08:00`)
  const app = await buildApp({ snapshot: () => snapshot, now: () => now })
  t.teardown(() => app.close())
  const { etag } = (await app.inject(url)).headers
  now = Date.parse(`${testDay}T24:00:00+08:00`)
  const next = await app.inject({ url, headers: { 'if-none-match': `${etag}` } })
  t.equal(next.statusCode, 200)
  t.match(next.json(), { query: { on: '2026-11-23' } })
})

t.test('a problem is never taken for the answer the caller has', async (t) => {
  const { app } = await build(t)
  const response = await app.inject({ url: '/v1/lists/annex-8', headers: { 'if-none-match': '*' } })
  t.equal(response.statusCode, 404)
})

t.test('other data is another answer, and each answer is from one state of the data', async (t) => {
  const before = await loadSnapshot(t)
  let current = before
  const app = await buildApp({ snapshot: () => current })
  t.teardown(() => app.close())
  const first = await app.inject(url)
  await t.test('changed', async (t) => {
    current = await loadSnapshot(t, (data) => {
      itemIn(data, 'annex-3', 11).name = '林木采伐申请证明'
    })
    const second = await app.inject({ url, headers: { 'if-none-match': `${first.headers.etag}` } })
    t.equal(second.statusCode, 200)
    t.not(current.version, before.version)
    t.equal(second.headers['dataset-version'], current.version)
    t.match(second.json(), { match: null, dataset: { version: current.version } })
    t.match(first.json(), { match: { name: '死亡证明' }, dataset: { version: before.version } })
  })
})

t.test(
  'a request holds the file it is answered from until it is answered, and its handler until that is done',
  async (t) => {
    const held: string[] = []
    const file = { hold: () => held.push('hold'), letGo: () => held.push('let go'), retire: () => {} }
    const snapshot = { ...(await loadSnapshot(t)), file: file as unknown as HeldFile }
    const app = Fastify()
    t.teardown(() => app.close())
    tagAnswers(app)
    holdWhileHandled(app)
    const give = giveSnapshot(
      () => snapshot,
      () => testDay,
    )
    app.addHook('onRequest', (request, reply, done) => {
      give(request, reply)
      done()
    })
    const [handling, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    app.get('/at-once', () => 'answered')
    app.get('/failing', () => {
      throw new Error('no answer')
    })
    app.get('/slow', async () => {
      handling.resolve()
      await done.promise
      return 'answered'
    })
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    for (const path of ['/at-once', '/failing']) {
      await (await fetch(`${address}${path}`)).text()
      await setImmediate()
      t.same(held.splice(0).sort(), ['hold', 'hold', 'let go', 'let go'], path)
    }
    const caller = new AbortController()
    const asked = fetch(`${address}/slow`, { signal: caller.signal })
    await handling.promise
    caller.abort()
    await t.rejects(asked)
    while (held.length < 3) await setImmediate()
    t.same(held, ['hold', 'hold', 'let go'], 'the caller has hung up, the handler goes on')
    done.resolve()
    while (held.length < 4) await setImmediate()
    t.same(held, ['hold', 'hold', 'let go', 'let go'])
  },
)
