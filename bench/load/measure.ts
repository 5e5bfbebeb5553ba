import { writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { shanghaiDay } from '../../src/shanghai-day.ts'
import type { Measurement } from '../figures/results.ts'
import type { Case } from '../questions/answered.ts'
import type { Subject } from '../subjects/subject.ts'
import { type Exchange, exchange } from './exchange.ts'
import { requestFile } from './request.ts'
import type { Server } from './server.ts'
import { faultsOf, type Load, underLoad } from './wrk.ts'

/** What the service makes up anew for each answer. */
const settled = ({ headers }: Exchange) => ({ ...headers, 'x-request-id': '' })
/** json-server wants an id in each object, and prints it with line breaks. */
const plain = ({ body }: Exchange) => ({ ...JSON.parse(body.toString()), id: undefined })

function alike(given: Exchange, expected: Exchange, like: Subject['like']): boolean {
  if (given.status !== expected.status) return false
  if (like === 'json') return isDeepStrictEqual(plain(given), { ...plain(expected) })
  if (!given.body.equals(expected.body)) return false
  return like === 'body' || isDeepStrictEqual(settled(given), settled(expected))
}

const begun = shanghaiDay(Date.now())

/** Asks each question of a case once before it is measured. @throws Error where an answer is not that of the service. */
async function checkAnswers(subject: Subject, { port }: Server, asked: Case): Promise<number[]> {
  const sizes: number[] = []
  for (const [at, request] of asked.requests.entries()) {
    const answer = await exchange(port, request)
    sizes.push(answer.wire)
    if (!alike(answer, asked.answers[at] as Exchange, subject.like)) {
      const why = shanghaiDay(Date.now()) === begun ? '' : ' The day changed in Shanghai meanwhile: start again.'
      throw new Error(
        `${subject.id} answers ${request.path} otherwise than the service did: ${answer.status} ${answer.body}${why}`,
      )
    }
  }
  return sizes
}

/**
 * How long a server is asked before it is measured: until V8 has compiled what the case runs, and has collected what the reading of
 * many lists left behind.
 */
export const warmUpSeconds = 4

/** Measures a server that was warmed up. @throws Error where an answer under load was refused, broken off or of another size. */
export type Measure = (round: number, seconds: number) => Promise<Measurement>

/** Checks the answers of a server to the questions of a case, which it writes into a file, and warms it up. */
export async function warmUp(
  subject: Subject,
  server: Server,
  asked: Case,
  file: string,
  connections: number,
): Promise<Measure> {
  writeFileSync(file, requestFile(asked.requests))
  const sizes = await checkAnswers(subject, server, asked)
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)]
  const load = { port: server.port, connections: asked.connections ?? connections, file }
  await underLoad({ ...load, seconds: warmUpSeconds })
  return async (round, seconds) => {
    const what = { round, case: asked.id, subject: subject.id }
    const { taken, bytes } = await takeUnderLoad(what, server, { ...load, seconds })
    const { requests } = taken
    // What was half read at the end belongs to no counted request.
    if (bytes < requests * smallest || bytes > (requests + load.connections) * largest)
      throw new Error(
        `${asked.id}:${subject.id} is invalid: ${bytes} bytes for ${requests} answers of ${smallest} to ${largest}`,
      )
    return taken
  }
}

/** Measures a server under load, whatever it answers. @throws Error where an answer was refused or broken off. */
export async function takeUnderLoad(
  what: Pick<Measurement, 'round' | 'case' | 'subject'>,
  server: Server,
  load: Load,
): Promise<{ readonly taken: Measurement; readonly bytes: number }> {
  const before = server.processorSeconds()
  const found = await underLoad(load)
  const used = server.processorSeconds() - before
  const { requests, bytes } = found
  if (faultsOf(found) > 0 || requests === 0)
    throw new Error(`${what.case}:${what.subject} is invalid: ${JSON.stringify(found)}`)
  const elapsed = found.microseconds / 1e6
  const share = (part: number) => Math.round((part / elapsed) * 1000) / 1000
  const taken = {
    ...what,
    requests,
    perSecond: Math.round((requests / elapsed) * 10) / 10,
    microsecondsP50: found.p50,
    microsecondsP99: found.p99,
    serverShare: share(used),
    loadShare: share(found.loadSeconds),
    residentMegabytes: server.residentMegabytes(),
  }
  return { taken, bytes }
}
