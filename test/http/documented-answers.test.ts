import { readFileSync } from 'node:fs'
import t from 'tap'
import { Compile } from 'typebox/schema'
import { build } from '../build-service.ts'
import { everyField } from '../every-field.ts'
import { resolve } from '../prove/documented.ts'

interface Described {
  readonly content?: Record<string, { schema: object; examples?: Record<string, object> }>
}
type Operations = Record<string, { responses: Record<string, Described> }>

const { components, paths } = JSON.parse(
  readFileSync(new URL('../../openapi/openapi.json', import.meta.url), 'utf8'),
) as { components: { headers: Record<string, { schema: object }> }; paths: Record<string, Operations> }

const validatorOf = (schema: object) => Compile({ ...schema, components })

/** What the document says of the JSON that an operation answers with. */
function answerOf(path: string, method = 'get', status = 200) {
  const media = resolve<Described>(paths[path]?.[method]?.responses[status] ?? {}).content?.['application/json']
  if (!media) throw new Error(`${method} ${path} is not documented`)
  return validatorOf(media.schema)
}

t.test('every example in the document keeps to the schema beside it', async (t) => {
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, { responses }] of Object.entries(operations)) {
      for (const [status, written] of Object.entries(responses)) {
        const { content = {} } = resolve<Described>(written)
        for (const { schema, examples = {} } of Object.values(content)) {
          const validator = validatorOf(schema)
          for (const [name, example] of Object.entries(examples)) {
            const { value } = resolve<{ value: unknown }>(example)
            t.strictSame(validator.Errors(value)[1], [], `${method} ${path} ${status} ${name}`)
          }
        }
      }
    }
  }
})

t.test('an answer that breaks a limit, lacks a field or has one more does not', async (t) => {
  const validator = answerOf('/v1/check')
  const example = paths['/v1/check']?.get?.responses[200]?.content?.['application/json']?.examples?.permitted
  const { value } = resolve<{ value: unknown }>(example ?? {})
  const answer = value as { query: object; match: object }
  t.ok(validator.Check(answer))
  t.notOk(validator.Check({ ...answer, more: 1 }), 'a field that is not documented')
  t.notOk(validator.Check({ ...answer, allowed: undefined }), 'a field that is missing')
  t.notOk(validator.Check({ ...answer, query: { ...answer.query, on: '2026-11-32' } }), 'a day that does not exist')
  t.notOk(validator.Check({ ...answer, match: { ...answer.match, item: 'annex-3/0' } }), 'an item numbered 0')
  t.notOk(validator.Check({ ...answer, match: { ...answer.match, more: 1 } }), 'a field too many further in')
})

t.test('answers over data that use every field keep to the document, in body and headers', async (t) => {
  const { app, snapshot } = await build(t, { change: everyField })
  const lists = [...snapshot.lists.values()]
  const urls: Record<string, readonly string[]> = {
    '/v1/certificates': ['/v1/certificates?limit=200'],
    '/v1/signboards': ['/v1/signboards?limit=200'],
    '/v1/tasks': ['/v1/tasks?limit=200', '/v1/tasks?limit=1&offset=10000000'],
    '/v1/signboards/allowed': ['/v1/signboards/allowed?place=exterior', '/v1/signboards/allowed?place=interior'],
    '/v1/lists': ['/v1/lists'],
    '/v1/lists/{id}': lists.map(({ id }) => `/v1/lists/${id}`),
    '/v1/lists/{id}/items': lists.map(({ id }) => `/v1/lists/${id}/items?limit=200`),
    '/v1/documents': ['/v1/documents?limit=200'],
    '/v1/documents/{id}': [...snapshot.documents.keys()].map((id) => `/v1/documents/${id}`),
    '/v1/dataset': ['/v1/dataset'],
    '/v1/check': lists.flatMap(({ kind, items }) =>
      items.map(({ name }) => `/v1/check?kind=${kind}&name=${encodeURIComponent(name)}`),
    ),
    '/readyz': ['/readyz', '/readyz?verbose'],
    '/livez': ['/livez'],
  }
  for (const [path, asked] of Object.entries(urls)) {
    const validator = answerOf(path)
    for (const url of asked) {
      for (const language of ['zh', 'en']) {
        const { headers, body } = await app.inject({ url, headers: { 'accept-language': language } })
        t.strictSame(validator.Errors(JSON.parse(body))[1], [], url)
        for (const [name, { schema }] of Object.entries(components.headers)) {
          const value = headers[name.toLowerCase()]
          if (value !== undefined) t.strictSame(validatorOf(schema).Errors(value)[1], [], `${url}: ${name}`)
        }
      }
    }
  }
})

t.test('tables of one village keep to the document', async (t) => {
  const { app } = await build(t, { change: everyField })
  const boards = [
    { name: '村民委员会', place: 'exterior', working: true, count: 1000 },
    { name: '妇女之家', place: 'interior' },
    { name: '妇女儿童活动室', place: 'interior' },
  ]
  const village = { village: '泾滩村', boards, tasks: [{ name: '人口普查协助', department: '统计局' }] }
  const certificates = [{ name: '红白喜事用车证明', issuer: '村民委员会', service: '用车', department: '公安' }]
  const bodies = { '/v1/signboards/survey': { boards }, '/v1/ledger': { ...village, certificates } }
  for (const [url, payload] of Object.entries(bodies)) {
    const { body } = await app.inject({ method: 'POST', url, payload })
    t.strictSame(answerOf(url, 'post').Errors(JSON.parse(body))[1], [], url)
  }
})

t.test('an id of a batch row comes back as it was sent, or is refused where it would come back rounded', async (t) => {
  const { app } = await build(t)
  const check = async (id: string) => {
    const payload = `{"questions":[{"id":${id},"kind":"certificate","name":"婚姻状况证明"}]}`
    const headers = { 'content-type': 'application/json', 'accept-language': 'en' }
    const { body } = await app.inject({ method: 'POST', url: '/v1/check', payload, headers })
    t.strictSame(answerOf('/v1/check', 'post').Errors(JSON.parse(body))[1], [], id)
    return body
  }
  t.match(await check('9007199254740991'), '"id":9007199254740991,"status":200')
  t.match(await check('-9007199254740991'), '"id":-9007199254740991,"status":200')
  t.match(await check('"9007199254740993"'), '"id":"9007199254740993","status":200')
  t.match(await check('1.5'), '"id":1.5,"status":200')
  const rare = '𠮷'.repeat(200)
  t.match(await check(`"${rare}"`), `"id":"${rare}","status":200`)
  for (const id of ['9007199254740993', '-9007199254740993', `"${rare}𠮷"`]) {
    const refused = await check(id)
    t.match(refused, '"results":[{"status":400')
    t.match(refused, 'a number below 2^53')
  }
})
