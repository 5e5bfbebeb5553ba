// Asks a running Qingdan its three questions, a batch, and one question again.  npm run generate && npm start
import createClient from 'openapi-fetch'
import type { components, paths } from './schema.d.ts'

type Answer = components['schemas']['Answer']
type Problem = components['schemas']['Problem']

const key = process.env.QINGDAN_KEY
const client = createClient<paths>({
  baseUrl: process.env.QINGDAN_URL ?? 'http://127.0.0.1:3000',
  headers: { 'Accept-Language': 'en', ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }) },
  fetch: (request) => fetch(request, { signal: AbortSignal.timeout(30_000) }),
})
const on = '2026-11-22'

/** What a platform does next. `allowed` is the one field to branch on; null means that a person decides. */
function nextStep({ allowed }: Answer): string {
  if (allowed === null) return 'ask a person'
  return allowed ? 'go ahead' : 'do not demand it'
}

function show(answer: Answer): void {
  console.log(`${answer.query.name}: ${answer.outcome}, ${nextStep(answer)}`)
  console.log(`  ${answer.reason}`)
  for (const { citation } of answer.findings) {
    console.log(`  source: ${[citation.document, citation.number, citation.clause].filter(Boolean).join(' ')}`)
  }
}

function showProblem({ status, title, detail, errors = [] }: Problem): void {
  console.log(`${status} ${title}: ${detail}`)
  for (const error of errors) console.log(`  ${error.in} ${error.name}: ${error.detail}`)
}

interface Reply<Data> {
  data?: Data
  error?: Partial<Problem>
  response: Response
}

/** What was asked for, or an end of the program that says why it did not come. A proxy on the way may send no problem details. */
function received<Data>({ data, error, response }: Reply<Data>): Data {
  if (data !== undefined) return data
  const wait = response.headers.get('retry-after')
  throw new Error(
    `${response.status} ${error?.detail ?? response.statusText}${wait === null ? '' : ` (again after ${wait} s)`}`,
  )
}

const certificate = { params: { path: { name: '婚姻状况证明' }, query: { on } } }
const first = await client.GET('/v1/certificates/{name}/status', certificate)
show(received(first))
const board = { params: { path: { name: '村民委员会' }, query: { on } } }
show(received(await client.GET('/v1/signboards/{name}/status', board)))
const task = { params: { path: { name: '人口普查协助' }, query: { on } } }
show(received(await client.GET('/v1/tasks/{name}/status', task)))

// The same question again, with the tag of the first answer: 304 means that the answer kept still holds.
const etag = first.response.headers.get('etag') ?? ''
const again = await client.GET('/v1/certificates/{name}/status', {
  params: { ...certificate.params, header: { 'If-None-Match': etag } },
})
console.log(`asked again: ${again.response.status}`)

// Rows of a batch are answered one by one: a row in error has a problem, and the others their answers.
const batch = await client.POST('/v1/check', {
  body: {
    questions: [
      { id: 'a', kind: 'certificate', name: '居住证明', on },
      { id: 'b', kind: 'certificate', name: '婚姻状况证明', on: '2026-11-31' },
    ],
  },
})
for (const { id, answer, problem } of received(batch).results) {
  console.log(`row ${id}:`)
  if (answer) show(answer)
  if (problem) showProblem(problem)
}

// A malformed question is answered with problem details (RFC 9457), which name the parameter and what is allowed.
const refused = await client.GET('/v1/check', {
  params: { query: { kind: 'certificate', name: '婚姻状况证明', region: 'here' } },
})
if (refused.error) showProblem(refused.error)
