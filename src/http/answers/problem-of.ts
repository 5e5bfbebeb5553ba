import type { FastifyError } from 'fastify'
import type { Sentence } from '../../lists/terms.ts'
import { accepts } from '../schemas/parameters.ts'
import { ProblemError, type ProblemType } from './problem.ts'

type Fault = 'unknown' | 'missing' | 'wrong'
type Validation = NonNullable<FastifyError['validation']>[number]

const places: Readonly<Record<string, string>> = {
  querystring: 'query',
  params: 'path',
  body: 'body',
  headers: 'header',
}

/** Refusals that Fastify decides before a handler runs, by status. */
const refusals: Readonly<Record<number, { type: ProblemType; detail: Sentence }>> = {
  400: {
    type: 'malformed-request',
    detail: {
      zh: '无法读取该请求。地址须为正确的 UTF-8 百分号编码，请求体须为正确的 JSON。',
      en: 'The request cannot be read. The address must be percent-encoded UTF-8 and the body well-formed JSON.',
    },
  },
  413: {
    type: 'content-too-large',
    detail: { zh: '请求体超过允许的大小，请分批发送。', en: 'The body is larger than allowed; send it in parts.' },
  },
  414: {
    type: 'address-too-long',
    detail: {
      zh: '地址中的名称过长，最长 200 个字符。',
      en: 'The name in the address is too long; 200 characters at most.',
    },
  },
  415: {
    type: 'unsupported-media-type',
    detail: { zh: '请求体须为 application/json。', en: 'The body must be application/json.' },
  },
  503: {
    type: 'unavailable',
    detail: { zh: '服务正在停止或过载，请稍后重试。', en: 'The service is stopping or overloaded; try again later.' },
  },
}

const sentences: Readonly<Record<Fault, (parameter: string, allowed: Sentence) => Sentence>> = {
  unknown: (parameter) => ({ zh: `没有参数 ${parameter}`, en: `There is no parameter ${parameter}` }),
  missing: (parameter, { zh, en }) => ({ zh: `缺少参数 ${parameter}：${zh}`, en: `${parameter} is missing: ${en}` }),
  wrong: (parameter, { zh, en }) => ({ zh: `参数 ${parameter}须为${zh}`, en: `${parameter} must be ${en}` }),
}

/** What is wrong with a parameter, as a sentence; a body that is no object has no name to say. */
function sentence({ in: place, name, detail, fault }: ReturnType<typeof parameterError>): Sentence {
  if (name === '') return { zh: `请求体须为 ${detail.zh}`, en: `The body must be ${detail.en}` }
  const { zh } = sentences[fault](`${name}（${place}）`, detail)
  const { en } = sentences[fault](`${name} (${place})`, detail)
  return { zh, en }
}

/** What `accepts` knows a place by: its name, or for the whole body and the entries of its arrays that they are objects. */
function place(path: readonly string[]): string {
  const last = path.at(-1)
  return last === undefined || /^\d+$/.test(last) ? 'whole body' : last
}

function parameterError(error: Validation, context: string | undefined) {
  const { message = '' } = error
  const extra = error.params.additionalProperty ?? error.params.missingProperty
  const path = [...error.instancePath.split('/').slice(1), ...(typeof extra === 'string' ? [extra] : [])]
  const fault: Fault =
    error.keyword === 'additionalProperties' ? 'unknown' : error.keyword === 'required' ? 'missing' : 'wrong'
  const last = place(path)
  // The only id in a body is the one that a caller gives his row.
  const known = accepts[last === 'id' && context === 'body' ? 'id of a row' : last]
  const detail =
    fault === 'unknown'
      ? { zh: '没有这个参数', en: 'there is no such parameter' }
      : typed(known ?? { zh: message, en: message }, error, context)
  return { in: places[context ?? ''] ?? 'request', name: written(path), detail, fault }
}

/**
 * A number where a body must have text looks right to whoever sent it: what is wrong is its JSON type. A parameter that is given twice
 * is a list where there must be text.
 */
function typed(allowed: Sentence, { params }: Validation, context: string | undefined): Sentence {
  if (context === 'querystring' && params.type === 'string')
    return { zh: `${allowed.zh}，只能给出一次`, en: `${allowed.en}, given once` }
  if (params.type === undefined || context !== 'body') return allowed
  const types = [params.type].flat().join('/')
  return { zh: `${allowed.zh}（JSON 类型 ${types}）`, en: `${allowed.en} (JSON type ${types})` }
}

/** /boards/3/name as boards[3].name, the way programs write it. */
function written(path: readonly string[]): string {
  return path.reduce((whole, part) => (/^\d+$/.test(part) ? `${whole}[${part}]` : `${whole}${whole && '.'}${part}`), '')
}

/** The problem behind whatever was thrown. Anything not foreseen is a 500 that tells the caller nothing of the inside. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  const { validation, validationContext, statusCode } = error as Partial<FastifyError>
  if (validation) {
    const errors = validation.map((one) => parameterError(one, validationContext))
    const said = errors.map(sentence)
    return new ProblemError(
      'invalid-parameter',
      { zh: `${said.map(({ zh }) => zh).join('；')}。`, en: `${said.map(({ en }) => en).join('; ')}.` },
      errors.map(({ fault: _, ...one }) => one),
    )
  }
  const refusal = statusCode === undefined ? undefined : refusals[statusCode]
  if (refusal) return new ProblemError(refusal.type, refusal.detail)
  return new ProblemError('internal-error', {
    zh: '服务内部错误，已记录。请稍后重试，并将请求编号告知运维人员。',
    en: 'Something failed inside the service and was logged. Try again later and tell the operator the request id.',
  })
}
