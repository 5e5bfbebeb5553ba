import t from 'tap'
import { build } from '../build-service.ts'

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
  t.match((await post(Buffer.from('\ufffd'))).json(), { counts: { answers: 1 } }, 'the sign itself may be sent')
})

t.test('a body that is no JSON, or that would poison a prototype, is refused', async (t) => {
  const { app } = await build(t)
  for (const payload of [
    '{',
    '',
    '{"questions":[]} x',
    '{"__proto__":{"questions":[1]}}',
    '{"constructor":{"prototype":{}}}',
  ]) {
    const response = await app.inject({ method: 'POST', url: '/v1/check', headers, payload })
    t.match(response.json(), { type: 'urn:qingdan:problem:malformed-request', status: 400 }, payload)
  }
})
