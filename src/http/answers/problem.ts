import { STATUS_CODES } from 'node:http'
import type { Language, Sentence } from '../../lists/terms.ts'
import type { Problem } from '../schemas/problem-schema.ts'

export interface ParameterError {
  readonly in: string
  readonly name: string
  readonly detail: Sentence
}

const titles: Readonly<Record<string, Sentence>> = {
  'invalid-parameter': { zh: '参数不符合要求', en: 'Invalid parameter' },
  'unknown-region': { zh: '未知的行政区划代码', en: 'Unknown region' },
  'unknown-item': { zh: '未知的事项标识', en: 'Unknown item' },
  'not-found': { zh: '没有这个地址', en: 'Not found' },
  unauthorized: { zh: '须有密钥', en: 'A key is needed' },
  'too-many-requests': { zh: '请求过于频繁', en: 'Too many requests' },
  'method-not-allowed': { zh: '不支持的请求方法', en: 'Method not allowed' },
  'malformed-request': { zh: '请求格式有误', en: 'Malformed request' },
  'request-timeout': { zh: '请求超时', en: 'Request timeout' },
  'content-too-large': { zh: '请求内容过大', en: 'Content too large' },
  'address-too-long': { zh: '请求地址过长', en: 'URI too long' },
  'unsupported-media-type': { zh: '不支持的内容类型', en: 'Unsupported media type' },
  'expectation-failed': { zh: '不支持的 Expect', en: 'Expectation failed' },
  'headers-too-large': { zh: '请求头过大', en: 'Request header fields too large' },
  'internal-error': { zh: '服务内部错误', en: 'Internal error' },
  overloaded: { zh: '服务过载', en: 'Service overloaded' },
  unavailable: { zh: '服务暂不可用', en: 'Service unavailable' },
}

/** What went wrong with a request, on its way to becoming problem details. Thrown by handlers, caught by the error handler. */
export class ProblemError extends Error {
  readonly statusCode: number
  readonly type: string
  readonly detail: Sentence
  readonly errors: readonly ParameterError[]

  constructor(statusCode: number, type: string, detail: Sentence, errors: readonly ParameterError[] = []) {
    super(detail.en)
    this.name = 'ProblemError'
    this.statusCode = statusCode
    this.type = type
    this.detail = detail
    this.errors = errors
  }
}

export function problemBody(error: ProblemError, language: Language): Problem {
  const title = titles[error.type]?.[language] ?? STATUS_CODES[error.statusCode] ?? 'Error'
  const errors = error.errors.map((one) => ({ ...one, detail: one.detail[language] }))
  return {
    type: `urn:qingdan:problem:${error.type}`,
    title,
    status: error.statusCode,
    detail: error.detail[language],
    ...(errors.length > 0 ? { errors } : {}),
  }
}
