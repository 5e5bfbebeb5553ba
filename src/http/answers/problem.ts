import type { Language, Sentence } from '../../lists/terms.ts'
import type { Problem } from '../schemas/problem-schema.ts'

export interface ParameterError {
  readonly in: string
  readonly name: string
  readonly detail: Sentence
}

/** Every kind of refusal: its status and its title. `type` of problem details is urn:qingdan:problem: and one of these. */
const problems = {
  'invalid-parameter': { status: 400, title: { zh: '参数不符合要求', en: 'Invalid parameter' } },
  'unknown-region': { status: 400, title: { zh: '未知的行政区划代码', en: 'Unknown region' } },
  'unknown-item': { status: 400, title: { zh: '未知的事项标识', en: 'Unknown item' } },
  'malformed-request': { status: 400, title: { zh: '请求格式有误', en: 'Malformed request' } },
  unauthorized: { status: 401, title: { zh: '须有密钥', en: 'A key is needed' } },
  'not-found': { status: 404, title: { zh: '没有这个地址', en: 'Not found' } },
  'method-not-allowed': { status: 405, title: { zh: '不支持的请求方法', en: 'Method not allowed' } },
  'request-timeout': { status: 408, title: { zh: '请求超时', en: 'Request timeout' } },
  'content-too-large': { status: 413, title: { zh: '请求内容过大', en: 'Content too large' } },
  'address-too-long': { status: 414, title: { zh: '请求地址过长', en: 'URI too long' } },
  'unsupported-media-type': { status: 415, title: { zh: '不支持的内容类型', en: 'Unsupported media type' } },
  'expectation-failed': { status: 417, title: { zh: '不支持的 Expect', en: 'Expectation failed' } },
  'too-many-requests': { status: 429, title: { zh: '请求过于频繁', en: 'Too many requests' } },
  'headers-too-large': { status: 431, title: { zh: '请求头过大', en: 'Request header fields too large' } },
  'internal-error': { status: 500, title: { zh: '服务内部错误', en: 'Internal error' } },
  overloaded: { status: 503, title: { zh: '服务过载', en: 'Service overloaded' } },
  unavailable: { status: 503, title: { zh: '服务暂不可用', en: 'Service unavailable' } },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: Sentence }>>
export type ProblemType = keyof typeof problems

/** What went wrong with a request, on its way to becoming problem details. Thrown by handlers, caught by the error handler. */
export class ProblemError extends Error {
  readonly statusCode: number
  readonly type: ProblemType
  readonly detail: Sentence
  readonly errors: readonly ParameterError[]

  constructor(type: ProblemType, detail: Sentence, errors: readonly ParameterError[] = []) {
    super(detail.en)
    this.name = 'ProblemError'
    this.statusCode = problems[type].status
    this.type = type
    this.detail = detail
    this.errors = errors
  }
}

export function problemBody(error: ProblemError, language: Language): Problem {
  const errors = error.errors.map((one) => ({ ...one, detail: one.detail[language] }))
  return {
    type: `urn:qingdan:problem:${error.type}`,
    title: problems[error.type].title[language],
    status: error.statusCode,
    detail: error.detail[language],
    ...(errors.length > 0 ? { errors } : {}),
  }
}
