import type { InjectOptions } from 'fastify'
import t from 'tap'
import { Type } from 'typebox'
import { buildApp } from '../../../src/app.ts'
import type { Problem } from '../../../src/http/schemas/problem-schema.ts'
import { build, loadSnapshot } from '../../build-service.ts'
import fc from '../../property.ts'
import { sendRaw } from '../../send-raw.ts'

const status = (name: string) => `/v1/certificates/${name}/status`
const asked = status(encodeURIComponent('死亡证明'))
const long = (length: number) => encodeURIComponent('证'.repeat(length))
const json = { 'content-type': 'application/json' }

interface Refused {
  readonly status: number
  readonly type: string
  /** The parameters named as being at fault. */
  readonly names?: readonly string[]
}

const invalid = (...names: string[]): Refused => ({ status: 400, type: 'invalid-parameter', names })
const malformed: Refused = { status: 400, type: 'malformed-request' }
const unknown: Refused = { status: 404, type: 'not-found' }

/** Every way in which a request can be wrong, and what it is answered. */
const wrong: [why: string, request: InjectOptions | string, refused: Refused][] = [
  ['an unknown query parameter', `${asked}?regoin=620802`, invalid('regoin')],
  ['several unknown query parameters', `${asked}?a=1&b=2`, invalid('a')],
  ['a query parameter that only certificates have', '/v1/tasks/a/status?issuer=b', invalid('issuer')],
  ['an unknown query parameter where there are none', '/v1/dataset?verbose=1', invalid('verbose')],
  ['a query parameter given twice', `${asked}?region=620802&region=620800`, invalid('region')],
  ['a day that does not exist', `${asked}?on=2026-02-30`, invalid('on')],
  ['a leap day in another year', `${asked}?on=2026-02-29`, invalid('on')],
  ['a day without zeros', `${asked}?on=2026-1-1`, invalid('on')],
  ['a day with a time', `${asked}?on=2026-01-01T00:00:00Z`, invalid('on')],
  ['an empty day', `${asked}?on=`, invalid('on')],
  ['a region that is no code', `${asked}?region=beijing`, invalid('region')],
  ['a region of five digits', `${asked}?region=62080`, invalid('region')],
  ['a region that begins with zero', `${asked}?region=062080`, invalid('region')],
  [
    'a region that we do not hold',
    `${asked}?region=990101`,
    { status: 400, type: 'unknown-region', names: ['region'] },
  ],
  [
    'a region that we do not hold, browsing',
    '/v1/tasks?region=990101',
    { status: 400, type: 'unknown-region', names: ['region'] },
  ],
  [
    'a region that we do not hold, for boards',
    '/v1/signboards/allowed?place=interior&region=990101',
    { status: 400, type: 'unknown-region', names: ['region'] },
  ],
  ['an empty name', status(''), invalid('name')],
  ['a blank name', status('%20'), invalid('name')],
  ['a name of ideographic spaces', status(encodeURIComponent('　　')), invalid('name')],
  ['a name of 201 characters', status(long(201)), invalid('name')],
  ['a name of 1000 characters', status(long(1000)), invalid('name')],
  ['a name longer than the router reads', status(long(1001)), { status: 414, type: 'address-too-long' }],
  ['a control character', status('%E8%AF%81%07'), invalid('name')],
  ['a line break', status('%E8%AF%81%0A'), invalid('name')],
  ['NUL', status('%00'), invalid('name')],
  ['a lone surrogate', '/v1/check?kind=task&name=%ED%A0%80', { ...malformed, names: ['name'] }],
  ['a name in GBK', '/v1/check?kind=certificate&name=%CB%C0%CD%F6%D6%A4%C3%F7', { ...malformed, names: ['name'] }],
  ['a percent sign that encodes nothing, in the query', '/v1/tasks?q=100%', { ...malformed, names: ['q'] }],
  ['a parameter name that is no UTF-8', '/v1/tasks?%FF', { ...malformed, names: ['%FF'] }],
  ['a lone surrogate in the path', status('%ED%A0%80'), malformed],
  ['a sequence that is no UTF-8, in the path', status('%FF'), malformed],
  ['a percent sign that encodes nothing', status('100%'), malformed],
  ['a percent sign that encodes half a byte', status('%E'), malformed],
  ['an empty issuer', `${asked}?issuer=`, invalid('issuer')],
  ['an issuer of 201 characters', `${asked}?issuer=${long(201)}`, invalid('issuer')],
  ['an issuer with NUL', `${asked}?issuer=a%00`, invalid('issuer')],
  ['a question without a kind', '/v1/check?name=a', invalid('kind')],
  ['a question without a name', '/v1/check?kind=task', invalid('name')],
  ['a question of an unknown kind', '/v1/check?kind=licence&name=a', invalid('kind')],
  ['a question with nothing', '/v1/check', invalid('kind')],
  ['an issuer of a task', '/v1/check?kind=task&name=a&issuer=b', invalid('issuer')],
  [
    'an item of another kind',
    '/v1/check?kind=task&name=annex-3/8',
    { status: 400, type: 'unknown-item', names: ['name'] },
  ],
  [
    'an item number that the list does not have',
    status('annex-3%2F21'),
    { status: 400, type: 'unknown-item', names: ['name'] },
  ],
  [
    'an item number with a leading zero',
    status('annex-3%2F08'),
    { status: 400, type: 'unknown-item', names: ['name'] },
  ],
  ['boards without a place', '/v1/signboards/allowed', invalid('place')],
  ['boards at an unknown place', '/v1/signboards/allowed?place=roof', invalid('place')],
  ['a page of nothing', '/v1/tasks?limit=0', invalid('limit')],
  ['a page of too much', '/v1/tasks?limit=201', invalid('limit')],
  ['a page of a part', '/v1/tasks?limit=1.5', invalid('limit')],
  ['a page before the first', '/v1/tasks?offset=-1', invalid('offset')],
  ['a page far behind the last', '/v1/tasks?offset=10000001', invalid('offset')],
  ['an unknown effect', '/v1/tasks?effect=allows', invalid('effect')],
  ['an unknown grade', '/v1/tasks?grade=1', invalid('grade')],
  ['a list id in capitals', '/v1/tasks?list=ANNEX-1', invalid('list')],
  ['a place for tasks', '/v1/tasks?place=interior', invalid('place')],
  ['an unknown completeness', '/v1/lists?completeness=full', invalid('completeness')],
  ['an empty search', '/v1/tasks?q=', invalid('q')],
  ['a list that there is not', '/v1/lists/annex-8', unknown],
  ['items of a list that there is not', '/v1/lists/annex-8/items', unknown],
  ['a list id that can be none', '/v1/lists/ANNEX', invalid('id')],
  ['an item that there is not', '/v1/items/annex-3/21', unknown],
  ['an item of a list that there is not', '/v1/items/annex-8/1', unknown],
  ['an item number that is none', '/v1/items/annex-3/first', invalid('no')],
  ['a document that there is not', '/v1/documents/nothing', unknown],
  ['a document id that can be none', '/v1/documents/%E6%96%87', invalid('id')],
  ['an address that there is not', '/v1/permits', unknown],
  ['an address outside /v1 that there is not', '/favicon.ico', unknown],
  ['an address without the version', '/certificates', unknown],
  [
    'a method that the address does not have',
    { method: 'POST', url: asked },
    { status: 405, type: 'method-not-allowed' },
  ],
  ['another such method', { method: 'DELETE', url: '/v1/lists' }, { status: 405, type: 'method-not-allowed' }],
  [
    'such a method with a body',
    { method: 'PUT', url: '/livez', headers: json, payload: '{' },
    { status: 405, type: 'method-not-allowed' },
  ],
  [
    'another method at an address that there is not',
    { method: 'POST', url: '/v1/permits', headers: json, payload: '{}' },
    unknown,
  ],
  ['a body that is no JSON', { method: 'POST', url: '/test/echo', headers: json, payload: '{"a":' }, malformed],
  ['a body that is empty', { method: 'POST', url: '/test/echo', headers: json, payload: '' }, malformed],
  [
    'a body with a poisoned prototype',
    { method: 'POST', url: '/test/echo', headers: json, payload: '{"__proto__":{"a":1}}' },
    invalid('a'),
  ],
  [
    'a body of the wrong shape',
    { method: 'POST', url: '/test/echo', headers: json, payload: '{"a":"b"}' },
    invalid('a'),
  ],
  [
    'a body that is too large',
    { method: 'POST', url: '/test/echo', headers: json, payload: `"${'a'.repeat(1024 * 1024)}"` },
    { status: 413, type: 'content-too-large' },
  ],
  [
    'a body of another media type',
    { method: 'POST', url: '/test/echo', headers: { 'content-type': 'text/xml' }, payload: '<a/>' },
    { status: 415, type: 'unsupported-media-type' },
  ],
  ['a failure inside', '/test/fail', { status: 500, type: 'internal-error' }],
]

const chinese = /\p{Script=Han}/u

/** The service with two routes that stand for what today's have not: one that takes a body, one that fails. */
async function buildWithMore(t: Parameters<typeof build>[0]) {
  const snapshot = await loadSnapshot(t)
  const app = await buildApp({ snapshot: () => snapshot })
  t.teardown(() => app.close())
  const body = Type.Object({ a: Type.Integer() }, { additionalProperties: false })
  app.post('/test/echo', { schema: { body } }, (request) => request.body)
  app.get('/test/fail', () => {
    throw new Error('the key is under the mat')
  })
  return app
}

t.test(
  'whatever is wrong with a request is answered with problem details, in the language of the caller',
  async (t) => {
    const app = await buildWithMore(t)
    for (const [why, request, { status, type, names = [] }] of wrong) {
      await t.test(why, async (t) => {
        for (const language of ['zh-CN', 'en']) {
          const { headers, ...rest } = typeof request === 'string' ? { url: request } : request
          const response = await app.inject({ ...rest, headers: { ...headers, 'accept-language': language } })
          t.equal(response.statusCode, status)
          t.equal(response.headers['content-type'], 'application/problem+json; charset=utf-8')
          t.equal(response.headers['content-language'], language)
          t.equal(response.headers['cache-control'], 'no-store')
          t.equal(response.headers.etag, undefined)
          const problem = response.json<Problem>()
          t.match(problem, { type: `urn:qingdan:problem:${type}`, status })
          const errors = problem.errors ?? []
          t.same(errors.map((error) => error.name).slice(0, Math.max(1, names.length)), names)
          for (const error of errors) t.match(error.in, /^(path|query|body|request)$/)
          t.equal(chinese.test(problem.title), language === 'zh-CN')
          t.ok(problem.detail.length > 0)
          // Ids and words of the data stay as they are printed, also in an English sentence.
          if (language === 'zh-CN') t.match(problem.detail, chinese)
          else t.match(problem.detail, /[a-z]{2,} [a-z]+/)
          t.notMatch(response.payload, /mat|node_modules|\.ts/, 'nothing of the inside')
        }
      })
    }
  },
)

t.test('the detail names the parameter and says what is allowed', async (t) => {
  const { app } = await build(t)
  const detail = async (url: string, language: string) =>
    (await app.inject({ url, headers: { 'accept-language': language } })).json<Problem>()
  t.match(await detail(`${asked}?on=2026-02-30`, 'zh'), {
    title: '参数不符合要求',
    detail: '参数 on（query）须为日历上存在的日期，写作 YYYY-MM-DD。',
    errors: [{ in: 'query', name: 'on', detail: '日历上存在的日期，写作 YYYY-MM-DD' }],
  })
  t.match(await detail(`${asked}?regoin=1`, 'en'), {
    title: 'Invalid parameter',
    detail: 'There is no parameter regoin (query).',
    errors: [{ in: 'query', name: 'regoin', detail: 'there is no such parameter' }],
  })
  t.match(await detail(`${asked}?regoin=1`, 'zh'), { detail: '没有参数 regoin（query）。' })
  t.match(await detail(status(long(201)), 'en'), { detail: /^name \(path\) must be 1 to 200 characters/ })
  t.match(await detail('/v1/check', 'en'), {
    detail: /^kind \(query\) is missing: one of certificate, signboard, task/,
  })
  t.match(await detail(`${asked}?region=990101`, 'en'), {
    detail: /^region 990101 is not .*look for it .* at \/v1\/regions/,
  })
  t.match(await detail(status('annex-3%2F21'), 'en'), { detail: 'list annex-3 has no item 21' })
  t.match(await detail('/v1/tasks/annex-3%2F8/status', 'en'), { detail: 'list annex-3 is about certificate, not task' })
  t.match(await detail('/v1/lists/annex-8', 'en'), { detail: /annex-1, annex-2/ })
})

t.test('what is just within the bounds is answered', async (t) => {
  const { app } = await build(t)
  for (const url of [
    status(long(200)),
    status(encodeURIComponent('𠀀'.repeat(200))),
    `${asked}?issuer=${long(200)}`,
    `${asked}?on=2024-02-29`,
    `${asked}?on=0001-01-01`,
    `${asked}?on=9999-12-31`,
    `${asked}?region=100000`,
    '/v1/tasks?limit=200&offset=10000000',
    '/v1/tasks?limit=1',
    status('annex-8%2F1'),
  ]) {
    t.equal((await app.inject(url)).statusCode, 200, url)
  }
})

t.test('a wrong method is told the right ones', async (t) => {
  const { app } = await build(t)
  for (const url of [
    asked,
    '/v1/dataset',
    '/v1/lists/annex-3',
    '/v1/signboards/allowed',
    '/v1/tasks',
    '/livez',
    '/readyz',
  ]) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
      const response = await app.inject({ method, url })
      t.equal(response.statusCode, 405, `${method} ${url}`)
      t.equal(response.headers.allow, 'GET, HEAD')
    }
  }
  t.match(await app.inject({ method: 'PUT', url: '/v1/check' }), {
    statusCode: 405,
    headers: { allow: 'GET, HEAD, POST' },
  })
  const head = await app.inject({ method: 'HEAD', url: asked })
  t.equal(head.statusCode, 200)
  t.equal(head.payload, '')
})

t.test('a body is answered as before when it is right', async (t) => {
  const app = await buildWithMore(t)
  const response = await app.inject({ method: 'POST', url: '/test/echo', headers: json, payload: '{"a":1}' })
  t.strictSame(response.json(), { a: 1 })
})

t.test('what the HTTP parser cannot read is answered with problem details too', async (t) => {
  const { app } = await build(t)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const rows: [why: string, bytes: string, status: string, type: string][] = [
    ['no HTTP at all', 'HELLO\r\n\r\n', '400 Bad Request', 'malformed-request'],
    ['a space in the address', 'GET /v1/a b HTTP/1.1\r\nHost: a\r\n\r\n', '400 Bad Request', 'malformed-request'],
    ['a control byte in the address', 'GET /\x01 HTTP/1.1\r\nHost: a\r\n\r\n', '400 Bad Request', 'malformed-request'],
    [
      'headers without end',
      `GET / HTTP/1.1\r\nHost: a\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`,
      '431 Request Header Fields Too Large',
      'headers-too-large',
    ],
  ]
  for (const [why, bytes, status, type] of rows) {
    const answer = await sendRaw(app, bytes)
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    t.ok(head.startsWith(`HTTP/1.1 ${status}\r\n`), `${why}: ${head}`)
    t.match(head, /content-type: application\/problem\+json; charset=utf-8/)
    t.match(JSON.parse(body), {
      type: `urn:qingdan:problem:${type}`,
      status: Number.parseInt(status, 10),
      detail: chinese,
    })
  }
})

t.test('bytes that are no ASCII in the address are no failure of ours', async (t) => {
  const { app } = await build(t)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const name = Buffer.from('死亡证明').toString('latin1')
  const answer = await sendRaw(app, `GET ${status(name)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
  t.match(answer, /^HTTP\/1\.1 (200|400) /)
})

t.test('nothing that a caller sends gives a 5xx or an error in another form', async (t) => {
  const { app } = await build(t)
  const parameter = fc.constantFrom(
    'region',
    'on',
    'issuer',
    'q',
    'list',
    'effect',
    'grade',
    'place',
    'limit',
    'offset',
    'kind',
    'name',
    '__proto__',
    'constructor',
  )
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 220 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      '620802',
      '620000',
      '990000',
      '2026-11-22',
      '2026-02-30',
      'annex-3/8',
      'annex-3/999999999999',
      'certificate',
      '\0',
      '\ud800',
      '%',
      '/',
      '..',
      '死亡证明',
      '',
    ),
  )
  const address = fc.oneof(
    fc
      .tuple(fc.constantFrom('certificates', 'signboards', 'tasks'), word)
      .map(([kind, name]) => `/v1/${kind}/${encoded(name)}/status`),
    fc
      .tuple(fc.constantFrom('lists', 'documents', 'items/annex-3', 'certificates'), word)
      .map(([kind, name]) => `/v1/${kind}/${encoded(name)}`),
    fc.constantFrom(
      '/v1/check',
      '/v1/certificates',
      '/v1/signboards',
      '/v1/tasks',
      '/v1/signboards/allowed',
      '/v1/lists',
      '/v1/documents',
      '/v1/dataset',
    ),
    word.map((path) => `/${encoded(path)}`),
  )
  const query = fc.array(fc.tuple(fc.oneof(parameter, fc.string({ unit: 'binary', maxLength: 10 })), word), {
    maxLength: 4,
  })
  const language = fc.oneof(fc.constantFrom('en', 'zh', '*', 'en;q=0', ',;=,'), fc.stringMatching(/^[ -~]{0,20}$/))
  const request = fc.record({ address, query, language })
  const documented = new Set([200, 304, 400, 404, 405, 414])
  await fc.assert(
    fc.asyncProperty(request, async ({ address, query, language }) => {
      const search = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')
      const response = await app.inject({ url: `${address}?${search}`, headers: { 'accept-language': language } })
      const { statusCode, headers, payload } = response
      if (!documented.has(statusCode)) throw new Error(`${statusCode} ${payload}`)
      if (statusCode >= 400) {
        if (headers['content-type'] !== 'application/problem+json; charset=utf-8')
          throw new Error(`${headers['content-type']}`)
        if (response.json<Problem>().status !== statusCode) throw new Error(payload)
      }
    }),
    { numRuns: 1500 },
  )
})

/** Percent-encodes text as UTF-8, a lone surrogate as the three bytes that stand for it where people get it wrong. */
function encoded(text: string): string {
  return [...text]
    .map((character) => (/\p{Cs}/u.test(character) ? '%ED%A0%80' : encodeURIComponent(character)))
    .join('')
}
