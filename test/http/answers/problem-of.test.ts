import t from 'tap'
import { problemBody } from '../../../src/http/answers/problem.ts'
import { problemOf } from '../../../src/http/answers/problem-of.ts'

const validation = (context: string | undefined, instancePath: string) => ({
  validation: [{ keyword: 'type', instancePath, schemaPath: '', params: {}, message: 'must be odd' }],
  ...(context === undefined ? {} : { validationContext: context }),
})

t.test('a parameter of which nothing is written down is explained in the words of its schema', async (t) => {
  const { errors, detail } = problemOf(validation('headers', '/x-odd'))
  t.match(errors, [{ in: 'header', name: 'x-odd', detail: { zh: 'must be odd', en: 'must be odd' } }])
  t.equal(detail.en, 'x-odd (header) must be must be odd.')
})

t.test('what is wrong with no single parameter is told all the same', async (t) => {
  const nothingSaid = { keyword: 'type', instancePath: '', schemaPath: '', params: {} }
  const { errors } = problemOf({ validation: [nothingSaid] })
  t.match(errors, [{ in: 'request', name: '', detail: { zh: 'JSON 对象', en: 'a JSON object' } }])
})

t.test('a parameter of which neither we nor its schema say anything is named all the same', async (t) => {
  const nothingSaid = { keyword: 'type', instancePath: '/boards/3/x-odd', schemaPath: '', params: {} }
  const { errors } = problemOf({ validation: [nothingSaid], validationContext: 'body' })
  t.match(errors, [{ in: 'body', name: 'boards[3].x-odd', detail: { zh: '', en: '' } }])
})

t.test('an entry of an array in a body is told to be an object, in either language', async (t) => {
  const { detail } = problemOf(validation('body', '/boards/3'))
  t.strictSame(detail, { zh: '参数 boards[3]（body）须为JSON 对象。', en: 'boards[3] (body) must be a JSON object.' })
})

t.test('a body that is no object is called the body, for it has no name', async (t) => {
  const { detail } = problemOf(validation('body', ''))
  t.strictSame(detail, { zh: '请求体须为 JSON 对象。', en: 'The body must be a JSON object.' })
})

t.test('whatever is not foreseen is a failure inside that tells nothing', async (t) => {
  for (const error of [
    new Error('secret'),
    { statusCode: 418 },
    'thrown text',
    { statusCode: 502, message: 'secret' },
  ]) {
    const problem = problemOf(error)
    t.match(problem, { statusCode: 500, type: 'internal-error' })
    t.notMatch(JSON.stringify(problemBody(problem, 'en')), /secret|thrown/)
  }
})

t.test('a service that is overloaded says so', async (t) => {
  t.match(problemBody(problemOf({ statusCode: 503 }), 'en'), {
    type: 'urn:qingdan:problem:unavailable',
    title: 'Service unavailable',
    status: 503,
  })
})
