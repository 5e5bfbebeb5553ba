import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { ProblemError, problemBody } from '../answers/problem.ts'
import { problemMediaType } from '../schemas/problem-schema.ts'
import { requestId } from './request-id.ts'
import type { OneLinePerRequest } from './request-log.ts'

const unknownMethod = new ProblemError('malformed-request', {
  zh: '无法识别请求方法，请用 GET 等标准方法。',
  en: 'The request method is not known; use a standard one such as GET.',
})

const refusals: Readonly<Record<string, ProblemError>> = {
  HPE_HEADER_OVERFLOW: new ProblemError('headers-too-large', {
    zh: '请求头超过允许的大小。',
    en: 'The request headers are larger than allowed.',
  }),
  HPE_INVALID_METHOD: unknownMethod,
  ERR_HTTP_REQUEST_TIMEOUT: new ProblemError('request-timeout', {
    zh: '请求没有在规定时间内发完。',
    en: 'The request did not arrive in time.',
  }),
}

const unreadable = new ProblemError('malformed-request', {
  zh: '无法读取该请求：不是合格的 HTTP 报文。地址中如有汉字，须作 UTF-8 百分号编码。',
  en: 'The request cannot be read: it is no well-formed HTTP. Characters outside ASCII in an address must be percent-encoded UTF-8.',
})

/** How long a connection may stay after its refusal, in milliseconds: closed at once, the refusal would be lost on what still comes in. */
const lingering = 300

/** A connection with the request that came last over it and the answer that is on its way, where Node itself finds them. */
type Connection = Socket & {
  readonly _httpMessage?: Pick<ServerResponse, 'headersSent' | 'statusCode'> | null
  readonly parser?: { readonly incoming?: Pick<IncomingMessage, 'complete'> | null } | null
}

/** Whether the request that cannot be read on has its answer or a part of it: a refusal would be read as a part of that answer, or as the next. */
function isAnswered({ _httpMessage: answer, parser }: Connection): boolean {
  return answer ? answer.headersSent : parser?.incoming?.complete === false
}

/** Where refusals of what never became a request are told. */
type Told = Pick<OneLinePerRequest, 'refusedUnread'>

function refuseOver(socket: Socket, problem: ProblemError, id?: string): void {
  const body = JSON.stringify(problemBody(problem, 'zh'))
  socket.end(
    [
      `HTTP/1.1 ${problem.statusCode} ${STATUS_CODES[problem.statusCode]}`,
      `content-type: ${problemMediaType}`,
      `content-length: ${Buffer.byteLength(body)}`,
      'content-language: zh-CN',
      'cache-control: no-store',
      'x-content-type-options: nosniff',
      ...(id === undefined ? [] : [`x-request-id: ${id}`]),
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  )
  setTimeout(() => socket.destroy(), lingering).unref()
}

/**
 * Answers what Node's HTTP parser refuses before there is a request, in the same form as every other error, and closes. Where
 * the request has been answered it only closes.
 */
export function refuseUnreadable(told: Told) {
  return function (this: Pick<FastifyInstance, 'log'>, error: NodeJS.ErrnoException, socket: Connection): void {
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswered(socket)) {
      socket.destroy()
      return
    }
    const problem = refusals[error.code ?? ''] ?? unreadable
    // It was a request up to there, which is told of when its connection is closed: as refused, or where it just ends, as hung up.
    if (socket._httpMessage) {
      if (error.code !== 'HPE_INVALID_EOF_STATE') socket._httpMessage.statusCode = problem.statusCode
      refuseOver(socket, problem)
      return
    }
    const id = requestId({ headers: {} })
    refuseOver(socket, problem, id)
    told.refusedUnread(this.log, { id, method: 'none', status: problem.statusCode, code: error.code })
  }
}

/** Answers CONNECT, which Node hands over as a bare connection, and would close without a word. */
export function refuseTunnels({ server, log }: Pick<FastifyInstance, 'server' | 'log'>, told: Told): void {
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    // Node no longer listens for the errors of a connection that it has handed over.
    socket.on('error', () => socket.destroy()).resume()
    const id = requestId(request)
    refuseOver(socket, unknownMethod, id)
    told.refusedUnread(log, { id, method: 'CONNECT', status: unknownMethod.statusCode })
  })
}
