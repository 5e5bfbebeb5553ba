import { type Static, Type } from 'typebox'
import { count, Kind } from '../../lists/terms.ts'
import { type Answer, DatasetVersion, outcomes } from '../../rulings/answer.ts'
import { Body, Issuer, Name, On, Region } from './parameters.ts'
import type { Problem } from './problem-schema.ts'

const closed = { additionalProperties: false }

/** Most questions in one batch. */
export const mostQuestions = 1000

/** A thousand rows whose name and issuer are as long as allowed, in characters of four bytes, are 1.8 MB. */
export const batchBytes = 2 * 1024 * 1024

/** Longest id of a row, in characters. */
export const longestId = 200

const Id = Type.Unsafe<string | number>({
  type: ['string', 'number'],
  maxLength: longestId,
  minimum: Number.MIN_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
  format: 'double',
  description: '调用方自己的编号，原样返回',
  examples: ['row-1'],
})

export const BatchQuestion = Type.Object(
  {
    id: Type.Optional(Id),
    kind: Kind,
    name: Name,
    region: Type.Optional(Region),
    on: Type.Optional(On),
    issuer: Type.Optional(Issuer),
    body: Type.Optional(Body),
  },
  { ...closed, $id: 'BatchQuestion', description: '批量中的一个问题；issuer 只用于证明' },
)

/** The envelope. Its rows are open here, because one bad row must not fail the others: each is checked by itself. */
export const BatchEnvelope = Type.Object(
  { questions: Type.Array(Type.Unknown(), { minItems: 1, maxItems: mostQuestions }) },
  closed,
)

/** What the OpenAPI document says of the same body. */
export const Batch = Type.Object(
  {
    questions: Type.Array(Type.Ref('BatchQuestion#'), {
      minItems: 1,
      maxItems: mostQuestions,
      description: `1 至 ${mostQuestions} 个问题；逐条校验，某条有误只影响该条`,
    }),
  },
  { ...closed, description: `一批问题；请求体不超过 ${batchBytes / 1024 / 1024} MiB` },
)

export const CheckedRow = Type.Object(
  {
    id: Type.Optional(Id),
    status: Type.Integer({
      minimum: 200,
      maximum: 499,
      format: 'int32',
      description: '该条单独提问时的 HTTP 状态：200，或 4xx',
    }),
    answer: Type.Optional(Type.Ref('Answer#') as unknown as typeof Answer),
    problem: Type.Optional(Type.Ref('Problem#') as unknown as typeof Problem),
  },
  { ...closed, $id: 'CheckedRow', description: '一条的结果：answer 与 problem 必居其一' },
)
type Result = Omit<Static<typeof CheckedRow>, 'answer' | 'problem'>
export type CheckedRow = Result & ({ answer: Answer } | { problem: Problem })

const Count = Type.Integer(count)

export const OutcomeCounts = Type.Object(Object.fromEntries(outcomes.map((outcome) => [outcome, Count])), {
  ...closed,
  $id: 'OutcomeCounts',
  description: '各结论的条数',
})

export const CheckedBatch = Type.Object(
  {
    dataset: Type.Object(
      { version: Type.String({ ...DatasetVersion, description: '整批作答所用数据集的版本' }) },
      closed,
    ),
    results: Type.Array(Type.Ref('CheckedRow#'), { maxItems: mostQuestions, description: '与问题同序，一一对应' }),
    counts: Type.Object(
      {
        questions: Count,
        answers: Count,
        problems: Count,
        outcomes: Type.Ref('OutcomeCounts#'),
      },
      { ...closed, description: '条数、得到答复的、有误的，以及各结论的条数' },
    ),
  },
  { ...closed, $id: 'CheckedBatch', description: '一批答复' },
)
