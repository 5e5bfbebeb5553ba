import { isDeepStrictEqual } from 'node:util'
import type { Snapshot } from '../../src/catalogue/snapshot.ts'
import { json, type ProblemDetails, type Received } from './breaches.ts'
import { deviations, type Operation, operations, resolve, type Schema } from './documented.ts'
import type { Sent } from './generated-requests.ts'
import { misses } from './verdict.ts'

interface Row {
  readonly id?: unknown
  readonly status: number
  readonly answer?: { readonly outcome: string }
  readonly problem?: ProblemDetails
}

interface Batch {
  readonly results: readonly Row[]
  readonly counts: {
    readonly questions: number
    readonly answers: number
    readonly problems: number
    readonly outcomes: Readonly<Record<string, number>>
  }
}

const question = resolve<Schema>({ $ref: '#/components/schemas/BatchQuestion' })
const single = operations.find((one) => one.operationId === 'check') as Operation

/** What is wrong with the answer to a batch, row by row and in its counts. The document says that each row is judged by itself. */
export async function batchBreaches(
  snapshot: Snapshot,
  sent: unknown,
  received: unknown,
  ask: (sent: Sent) => Promise<Received>,
): Promise<string[]> {
  const { questions } = sent as { questions: readonly unknown[] }
  const { results, counts } = received as Batch
  const found: string[] = []
  if (results.length !== questions.length) found.push(`${results.length} results for ${questions.length} questions`)
  for (const [index, row] of results.entries()) {
    const asked = questions[index] as Readonly<Record<string, unknown>>
    const fits = deviations(question, asked).length === 0
    const wanted = !fits ? ['400 invalid-parameter'] : misses(snapshot, single, asked)
    const outcome = row.status === 200 ? '200' : `${row.status} ${row.problem?.type.split(':').at(-1)}`
    if (!(wanted.length > 0 ? wanted : ['200']).includes(outcome))
      found.push(`row ${index}: ${outcome} where ${wanted} was due`)
    if ((row.answer === undefined) === (row.problem === undefined))
      found.push(`row ${index}: not one of answer and problem`)
    if (row.problem && row.problem.status !== row.status)
      found.push(`row ${index}: status ${row.status} and ${row.problem.status}`)
    if (fits && !isDeepStrictEqual(row.id, asked.id)) found.push(`row ${index}: id ${row.id} for ${asked.id}`)
    if (row.answer && index === 0) {
      const { id: _, ...parameters } = asked as Record<string, string>
      const { body } = await ask({
        method: 'GET',
        target: `/v1/check?${new URLSearchParams(parameters)}`,
        headers: {},
        body: undefined,
      })
      if (!isDeepStrictEqual(json(body), row.answer)) found.push(`row ${index} is answered otherwise by itself`)
    }
  }
  const answers = results.filter((row) => row.answer)
  const { outcomes, ...others } = counts
  if (
    !isDeepStrictEqual(others, {
      questions: questions.length,
      answers: answers.length,
      problems: questions.length - answers.length,
    })
  ) {
    found.push(`counts ${JSON.stringify(counts)}`)
  }
  for (const [outcome, count] of Object.entries(outcomes)) {
    if (count !== answers.filter((row) => row.answer?.outcome === outcome).length)
      found.push(`${count} times ${outcome}`)
  }
  return found
}
