import { gzipSync } from 'node:zlib'
import t from 'tap'
import { build } from '../../build-service.ts'

const headers = { 'content-type': 'application/json', 'accept-language': 'en' }
/** 婚姻 in GBK. */
const gbk = Buffer.from([0xbb, 0xe9, 0xd2, 0xf6])
const question = (name: Buffer) =>
  Buffer.concat([Buffer.from('{"questions":[{"kind":"certificate","name":"'), name, Buffer.from('"}]}')])

t.test('a body in another encoding than UTF-8 is refused rather than answered for a name nobody wrote', async (t) => {
  const { app } = await build(t)
  const post = (name: Buffer) => app.inject({ method: 'POST', url: '/v1/check', headers, payload: question(name) })
  t.match((await post(gbk)).json(), {
    type: 'urn:qingdan:problem:malformed-request',
    status: 400,
    detail: 'The body must be JSON in UTF-8.',
  })
  t.match((await post(Buffer.from('婚姻'))).json(), { results: [{ status: 200, answer: { query: { name: '婚姻' } } }] })
  t.match(
    (await post(Buffer.from('\ufffd'))).json(),
    { results: [{ status: 400 }] },
    'nor is the sign that a wrong reading leaves',
  )
})

t.test('a body that is no JSON is refused', async (t) => {
  const { app } = await build(t)
  for (const payload of ['{', '', '{"questions":[]} x']) {
    const response = await app.inject({ method: 'POST', url: '/v1/check', headers, payload })
    t.match(response.json(), { type: 'urn:qingdan:problem:malformed-request', status: 400 }, payload)
  }
})

t.test('a field that would poison a prototype is one that nobody knows, and lends nothing', async (t) => {
  const { app } = await build(t)
  const post = async (payload: string) =>
    (await app.inject({ method: 'POST', url: '/v1/check', headers, payload })).json()
  const refused = (name: string) => ({ type: 'urn:qingdan:problem:invalid-parameter', errors: [{ name }] })
  const row = '{"kind":"certificate","name":"a"}'
  t.match(await post(`{"__proto__":{"questions":[${row}]}}`), refused('questions'))
  t.match(await post(`{"questions":[${row}],"__proto__":{}}`), refused('__proto__'))
  t.match(await post(`{"questions":[${row}],"constructor":{"prototype":{}}}`), refused('constructor'))
  const rows = [
    row,
    '{"kind":"certificate","name":"a","__proto__":{"region":"620802"}}',
    '{"kind":"certificate","__proto__":{"name":"a"}}',
    '{"kind":"certificate","name":"a","constructor":{"prototype":1}}',
  ]
  t.match(await post(`{"questions":[${rows}]}`), {
    results: [
      { status: 200 },
      { status: 400, problem: refused('__proto__') },
      { status: 400, problem: refused('name') },
      { status: 400, problem: refused('constructor') },
    ],
  })
})

t.test('a body that says it is compressed is refused for that, whatever it is', async (t) => {
  const { app } = await build(t)
  const payload = question(Buffer.from('婚姻'))
  const sent = async (encoding: string, body = payload) =>
    (
      await app.inject({
        method: 'POST',
        url: '/v1/check',
        headers: { ...headers, 'content-encoding': encoding },
        payload: body,
      })
    ).json()
  const refused = { type: 'urn:qingdan:problem:unsupported-media-type', status: 415, detail: /Content-Encoding/ }
  t.match(await sent('gzip', gzipSync(payload)), refused)
  t.match(await sent('gzip'), refused)
  t.match(await sent('identity'), { counts: { answers: 1 } })
  t.match(await sent('Identity'), { counts: { answers: 1 } }, 'the case of a coding means nothing')
})
