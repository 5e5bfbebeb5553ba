import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import type { Snapshot } from '../../src/catalogue/snapshot.ts'
import { build } from '../build-service.ts'
import { everyField } from '../every-field.ts'
import { batchBreaches } from './batch-breaches.ts'
import { breaches, json, type ProblemDetails, type Received } from './breaches.ts'
import { budget, seed } from './budget.ts'
import { type Operation, operations } from './documented.ts'
import { requestsTo, type Sent } from './generated-requests.ts'
import { judge, kindOf, misses } from './verdict.ts'
import { watch } from './watched-service.ts'
import { wordsOf } from './words.ts'

/** The service on data that use every field, and ways to ask it. */
async function service(t: Test) {
  const { given, tracing } = watch()
  const { app, snapshot } = await build(t, { change: everyField, parts: { tracing } })
  const ask = async ({ method, target, headers, body }: Sent, more: Record<string, string> = {}): Promise<Received> => {
    const response = await app.inject({
      method: method as 'GET',
      url: target,
      headers: { ...headers, ...more },
      ...(body === undefined ? {} : { payload: body }),
    })
    return {
      statusCode: response.statusCode,
      headers: response.headers as Received['headers'],
      body: response.rawPayload,
    }
  }
  return { ask, snapshot, given }
}

/** What inject makes of a target, as every client that follows RFC 3986 does: dots in a path are resolved. */
function seenBy(target: string): string {
  const { pathname, search } = new URL(target, 'http://localhost')
  return pathname + search
}

/** Whether the tag of any answer matches. */
const anyTag = (header: string | undefined) => header?.split(',').some((one) => one.trim() === '*') ?? false

/** How a request may be answered: each of its faults may be the one that is told. */
function expected(snapshot: Snapshot, sent: Sent, verdict: ReturnType<typeof judge>): readonly string[] {
  const { operation, refusals, asked, body } = verdict
  if (refusals.size > 0 || !operation) return [...refusals].map(String)
  const inBody = operation.operationId === 'checkMany' ? {} : (body as object | undefined)
  const missing = misses(snapshot, operation, { kind: kindOf(operation), ...asked, ...inBody })
  if (missing.length > 0) return missing
  return operation.method === 'GET' && operation.path.startsWith('/v1/') && anyTag(sent.headers['if-none-match'])
    ? ['304']
    : ['200']
}

function described({ statusCode, body }: Received): string {
  const problem = json(body) as ProblemDetails | undefined
  return statusCode < 400 ? String(statusCode) : `${statusCode} ${problem?.type?.split(':').at(-1)}`
}

/** What an answer says was asked, where it differs from what was. */
function echoBreaches(operation: Operation, asked: Readonly<Record<string, string>>, answer: unknown): string[] {
  const { query } = answer as { query?: Record<string, unknown> }
  if (!query || !asked.name) return []
  const said = { kind: kindOf(operation), region: '620802', on: '2026-11-22', ...asked }
  return isDeepStrictEqual(query, said) ? [] : [`asked ${JSON.stringify(said)}, answered ${JSON.stringify(query)}`]
}

t.test('requests of every kind to every operation are answered as the document says', async (t) => {
  t.comment(`seed ${seed}`)
  const { ask, snapshot, given } = await service(t)
  const everywhere = new Set<string>()
  for (const [index, operation] of operations.entries()) {
    const seen = new Map<string, number>()
    const property = fc.asyncProperty(requestsTo(operation, wordsOf(snapshot, operation)), async (sent) => {
      const verdict = judge(sent, seenBy(sent.target))
      const received = await ask(sent)
      const outcome = described(received)
      const { statusCode, body } = received
      seen.set(String(statusCode), (seen.get(String(statusCode)) ?? 0) + 1)
      const id = String(received.headers['x-request-id'])
      const wanted = expected(snapshot, sent, verdict)
      const found = breaches(verdict.operation ?? operation, sent.method, received)
      const told = sent.method === 'HEAD' ? wanted.map((one) => one.slice(0, 3)) : wanted
      if (!told.some((one) => one === outcome || one === String(statusCode)))
        found.push(`${outcome} where ${wanted} was due`)
      if (
        given.has(id) &&
        statusCode === 200 &&
        sent.method !== 'HEAD' &&
        !isDeepStrictEqual(json(body), given.get(id))
      ) {
        found.push('something got lost between handler and wire')
      }
      given.clear()
      if (statusCode === 200 && sent.method !== 'HEAD' && verdict.operation) {
        found.push(...echoBreaches(verdict.operation, verdict.asked, json(body) ?? {}))
        if (verdict.operation.operationId === 'checkMany') {
          found.push(...(await batchBreaches(snapshot, verdict.body, json(body), ask)))
        }
      }
      if (statusCode === 200 && received.headers.etag !== undefined) {
        const again = await ask(sent, { 'if-none-match': String(received.headers.etag) })
        if (again.statusCode !== 304) found.push(`${again.statusCode} for a tag that was just given`)
        found.push(...breaches(verdict.operation, sent.method, again))
      }
      if (statusCode >= 400 && sent.method !== 'HEAD') found.push(...(await languageBreaches(sent, ask)))
      if (found.length > 0) throw new Error(found.join('\n'))
    })
    await fc.assert(property, { seed: seed + index, numRuns: budget(100, 6000) })
    for (const status of seen.keys()) everywhere.add(status)
    t.ok(seen.has('200') && seen.has('400'), `${operation.operationId}: ${JSON.stringify(Object.fromEntries(seen))}`)
  }
  t.strictSame(
    [...everywhere].sort(),
    ['200', '304', '400', '404', '405', '413', '414', '415'],
    'all kinds of answers were met',
  )
})

/** What differs between the Chinese and the English refusal of the same request beside their words. */
async function languageBreaches(
  sent: Sent,
  ask: (sent: Sent, more: Record<string, string>) => Promise<Received>,
): Promise<string[]> {
  const [zh, en] = await Promise.all(['zh', 'en'].map((language) => ask(sent, { 'accept-language': language })))
  const [inChinese, inEnglish] = [zh, en].map((one) => json((one as Received).body) as ProblemDetails)
  const found = [zh, en].flatMap((one) =>
    breaches(undefined, sent.method, one as Received).filter((breach) => !breach.startsWith('status ')),
  )
  const apart = (problem: ProblemDetails | undefined) => [
    problem?.type,
    problem?.status,
    problem?.errors?.map((one) => [one.in, one.name]),
  ]
  if (zh?.headers['content-language'] !== 'zh-CN' || en?.headers['content-language'] !== 'en')
    found.push('a refusal in the other language')
  if (!isDeepStrictEqual(apart(inChinese), apart(inEnglish)))
    found.push('refusals differ by language in more than words')
  if (inChinese?.title === inEnglish?.title || inChinese?.detail === inEnglish?.detail)
    found.push('a refusal without translation')
  return found
}
