import { isDeepStrictEqual } from 'node:util'
import type { Snapshot } from '../../src/catalogue/snapshot.ts'
import { json, type ProblemDetails, type Received } from './breaches.ts'
import type { Operation } from './documented.ts'
import type { Sent } from './generated-requests.ts'
import { kindOf, misses, type Verdict } from './verdict.ts'

/** Whether the tag of any answer matches. */
const anyTag = (header: string | undefined) => header?.split(',').some((one) => one.trim() === '*') ?? false

/** How a request may be answered: each of its faults may be the one that is told. */
function due(snapshot: Snapshot, sent: Sent, verdict: Verdict): readonly string[] {
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
export function echoBreaches(operation: Operation, asked: Readonly<Record<string, string>>, answer: unknown): string[] {
  const { query, replacedRegion: replaced } = (answer ?? {}) as {
    query?: Record<string, unknown>
    replacedRegion?: { code: string; successor: { code: string } }
  }
  if (!query || !asked.name) return []
  const said = { kind: kindOf(operation), region: '620802', on: '2026-11-22', ...asked }
  // A code that was replaced is answered for the one that took its place, and the answer says so.
  if (replaced?.code === said.region) said.region = replaced.successor.code
  return isDeepStrictEqual(query, said) ? [] : [`asked ${JSON.stringify(said)}, answered ${JSON.stringify(query)}`]
}

/** Where a request is answered with another status, or refused for another reason, than the document and the data give. */
export function statusBreaches(snapshot: Snapshot, sent: Sent, verdict: Verdict, received: Received): string[] {
  const wanted = due(snapshot, sent, verdict)
  const outcome = described(received)
  // An answer to HEAD has no body to give the reason.
  const told = sent.method === 'HEAD' ? wanted.map((one) => one.slice(0, 3)) : wanted
  return told.includes(outcome) || told.includes(String(received.statusCode))
    ? []
    : [`${outcome} where ${wanted} was due`]
}
