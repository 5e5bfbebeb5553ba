import type { FastifyRequest } from 'fastify'
import { type Outcome, outcomes } from '../../rulings/answer.ts'
import { Turn } from '../../work/turns.ts'
import { type CheckedRow, longestId } from '../schemas/batch-schemas.ts'
import { type Asked, ask } from './ask.ts'
import { notedProblem } from './noted-problem.ts'
import { ProblemError, problemBody } from './problem.ts'

/** As a row of a batch comes in: whether it is a question is decided row by row. */
export type Row = unknown

/** Checks one row by the schema; gives ajv's errors or nothing. */
type Validate = (row: unknown) => readonly object[] | undefined

/** The same object for all requests: what ajv makes of a schema it keeps for good, by the object that the schema is. */
const question = { $ref: 'BatchQuestion#' }

/** What rows are checked with, one by one. */
export function rowCheck(request: FastifyRequest): Validate {
  const check = request.compileValidationSchema(question, 'body')
  return (row) => (check(row) ? undefined : (check.errors as object[]))
}

/**
 * Answers the rows of a batch as pieces of JSON text, one for each turn that the work gets; others run between them. Only the piece
 * at hand is in memory beside the batch itself; the counts come last because they are known last.
 */
export async function* answerBatch(
  request: FastifyRequest,
  rows: readonly Row[],
  validate: Validate,
): AsyncGenerator<string> {
  const counts = { questions: rows.length, answers: 0, problems: 0, outcomes: noOutcomes() }
  const turn = new Turn()
  let piece = `{"dataset":${JSON.stringify({ version: request.snapshot.version })},"results":[`
  for (const [at, row] of rows.entries()) {
    if (turn.over) {
      yield piece
      piece = ''
      await turn.next()
    }
    const result = answerRow(request, row, validate)
    if ('answer' in result) {
      counts.answers += 1
      counts.outcomes[result.answer.outcome] += 1
    } else counts.problems += 1
    piece += `${at > 0 ? ',' : ''}${JSON.stringify(result)}`
  }
  yield `${piece}],"counts":${JSON.stringify(counts)}}`
}

const noOutcomes = () => Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>

/** One row's result: an answer, or what is wrong with this row and no other. */
export function answerRow(request: FastifyRequest, row: Row, validate: Validate): CheckedRow {
  const id = idOf(row)
  try {
    if (!isObject(row)) throw new ProblemError('invalid-parameter', notAnObject)
    const validation = validate(row)
    if (validation) throw { validation, validationContext: 'body' }
    const { id: _, ...asked } = row as unknown as Asked & { id?: unknown }
    return { ...id, status: 200, answer: ask(request, asked) }
  } catch (error) {
    const { statusCode, type, detail, errors } = notedProblem(error, request)
    // The single question has these in its address; here they are in the body.
    const inBody = errors.map((one) => ({ ...one, in: 'body' }))
    const problem = problemBody(new ProblemError(type, detail, inBody), request.language)
    return { ...id, status: statusCode, problem }
  }
}

const notAnObject = {
  zh: '每个问题须为 JSON 对象，如 {"kind":"certificate","name":"婚姻状况证明"}。',
  en: 'Each question must be a JSON object such as {"kind":"certificate","name":"婚姻状况证明"}.',
}

const isObject = (row: Row): row is Record<string, unknown> =>
  typeof row === 'object' && row !== null && !Array.isArray(row)

/** The caller's own id goes back also with a row that is otherwise wrong; what the schema takes for no id does not. */
function idOf(row: Row): { id?: string | number } {
  const id = isObject(row) ? row.id : undefined
  if (typeof id === 'number') return Math.abs(id) <= Number.MAX_SAFE_INTEGER ? { id } : {}
  // JSON Schema counts characters; a rare Han character is one of them and two of JavaScript's.
  return typeof id === 'string' && id.length <= 2 * longestId && [...id].length <= longestId ? { id } : {}
}
