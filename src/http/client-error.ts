import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { ProblemError, problemBody, problemMediaType } from './problem.ts'

const refusals: Readonly<Record<string, ProblemError>> = {
  HPE_HEADER_OVERFLOW: new ProblemError(431, 'headers-too-large', {
    zh: '请求头超过允许的大小。',
    en: 'The request headers are larger than allowed.',
  }),
  HPE_INVALID_METHOD: new ProblemError(400, 'malformed-request', {
    zh: '无法识别请求方法，请用 GET 等标准方法。',
    en: 'The request method is not known; use a standard one such as GET.',
  }),
  ERR_HTTP_REQUEST_TIMEOUT: new ProblemError(408, 'request-timeout', {
    zh: '请求没有在规定时间内发完。',
    en: 'The request did not arrive in time.',
  }),
}

const unreadable = new ProblemError(400, 'malformed-request', {
  zh: '无法读取该请求。地址中的汉字须作 UTF-8 百分号编码。',
  en: 'The request cannot be read. Characters outside ASCII in the address must be percent-encoded UTF-8.',
})

/** A connection with the request that came last over it and the answer that is on its way, where Node itself finds them. */
type Connection = Socket & {
  readonly _httpMessage?: Pick<ServerResponse, 'headersSent'> | null
  readonly parser?: { readonly incoming?: Pick<IncomingMessage, 'complete'> | null } | null
}

/** Whether the request that cannot be read on has its answer or a part of it: a refusal would be read as a part of that answer, or as the next. */
function isAnswered({ _httpMessage: answer, parser }: Connection): boolean {
  return answer ? answer.headersSent : parser?.incoming?.complete === false
}

/**
 * Answers what Node's HTTP parser refuses before there is a request, in the same form as every other error, and closes. Where
 * the request has been answered it only closes.
 */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Connection): void {
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswered(socket)) {
    socket.destroy()
    return
  }
  const problem = refusals[error.code ?? ''] ?? unreadable
  const body = JSON.stringify(problemBody(problem, 'zh'))
  socket.end(
    [
      `HTTP/1.1 ${problem.statusCode} ${STATUS_CODES[problem.statusCode]}`,
      `content-type: ${problemMediaType}`,
      `content-length: ${Buffer.byteLength(body)}`,
      'content-language: zh-CN',
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}
