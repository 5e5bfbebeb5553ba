import { STATUS_CODES } from 'node:http'
import { conclusionBreaches } from './allowed.ts'
import { deviations, type Operation } from './documented.ts'

/** An answer as it came in. */
export interface Received {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Buffer
}

/** Statuses that any address may answer with, since they are about HTTP and not about the operation. */
const general: Readonly<Record<number, string>> = {
  404: 'no such address',
  405: 'not this method',
  408: 'too slow',
  431: 'too many headers',
}

/** Headers that a documented response sends only in a deployment or a state that is not this one. */
const conditional = /^(Access-Control-Allow-Origin|Retry-After|WWW-Authenticate)$/

const workbook = /^application\/vnd\.openxmlformats-officedocument/

export function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}

export interface ProblemDetails {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly errors?: readonly { readonly in: string; readonly name: string; readonly detail: string }[]
}

/** What is wrong with a refusal as problem details (RFC 9457). */
export function problemBreaches({ statusCode, headers, body }: Received): string[] {
  const found: string[] = []
  const problem = json(body) as ProblemDetails | undefined
  if (headers['content-type'] !== 'application/problem+json; charset=utf-8')
    found.push(`a refusal of type ${headers['content-type']}`)
  if (typeof problem !== 'object' || problem === null) return [...found, `a refusal that is no JSON object: ${body}`]
  if (problem.status !== statusCode) found.push(`status ${problem.status} in the body of a ${statusCode}`)
  if (!/^urn:qingdan:problem:[a-z-]+$/.test(problem.type)) found.push(`problem type ${problem.type}`)
  const language = headers['content-language']
  if (language !== 'zh-CN' && language !== 'en') found.push(`a refusal in ${language}`)
  for (const [field, text] of Object.entries({ title: problem.title, detail: problem.detail })) {
    if (typeof text !== 'string' || text.trim() === '') found.push(`a problem without ${field}`)
    else if (language === 'zh-CN' && !/\p{Script=Han}/u.test(text))
      found.push(`a Chinese ${field} without Chinese: ${text}`)
    // Names may be quoted in the detail, but not in the title.
    else if (language === 'en' && field === 'title' && /\p{Script=Han}/u.test(text))
      found.push(`an English title in Chinese: ${text}`)
  }
  if (language === 'en' && /参数|须|没有|缺少|请/.test(problem.detail))
    found.push(`an English detail in Chinese: ${problem.detail}`)
  const details = (problem.errors ?? []).map((one) => one.detail)
  if (language === 'zh-CN')
    found.push(...details.filter((one) => /^must /.test(one)).map((one) => `an untranslated detail: ${one}`))
  if (details.some((one) => one === '')) found.push('an error that says nothing')
  return found
}

/** What a response does that the document does not say. */
export function breaches(operation: Operation | undefined, method: string, received: Received): string[] {
  const { statusCode, headers, body } = received
  const found: string[] = []
  if (statusCode >= 500) found.push(`${statusCode} ${STATUS_CODES[statusCode]}: ${body}`)
  const documented = operation?.responses[statusCode]
  if (!documented && !general[statusCode]) found.push(`status ${statusCode} is not documented`)
  if (statusCode === 405 && !/^[A-Z]+(, [A-Z]+)*$/.test(String(headers.allow)))
    found.push(`405 that allows ${headers.allow}`)
  for (const [name, schema] of Object.entries(documented?.headers ?? {})) {
    const value = headers[name.toLowerCase()]
    if (value === undefined && conditional.test(name)) continue
    if (value === undefined || deviations(schema, value).length > 0) found.push(`header ${name}: ${value}`)
  }
  if (method === 'HEAD' || statusCode === 304) {
    if (body.length > 0) found.push('a body where none belongs')
    if (statusCode === 304 && headers['content-type'] !== undefined) found.push('a type for no body')
    return found
  }
  if (statusCode >= 400) found.push(...problemBreaches(received))
  const [type = ''] = String(headers['content-type']).split(';')
  const media = documented?.content?.[type]
  if (!media) {
    if (documented) found.push(`content type ${headers['content-type']} is not documented`)
    return found
  }
  if (workbook.test(type)) {
    if (body.subarray(0, 2).toString() !== 'PK') found.push('a workbook that is none')
  } else {
    if (!/; charset=utf-8$/.test(String(headers['content-type'])))
      found.push(`content type ${headers['content-type']} without its charset`)
    const value = json(body)
    found.push(...deviations(media.schema, value).map((one) => `the body: ${JSON.stringify(one)}`))
    found.push(...conclusionBreaches(value))
  }
  return found
}
