import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { languageOf, languageTag } from '../answers/accept-language.ts'
import { notedProblem } from '../answers/noted-problem.ts'
import { ProblemError, problemBody } from '../answers/problem.ts'
import { problemMediaType } from '../schemas/problem-schema.ts'

/** Answers with problem details, whatever was thrown and wherever. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = notedProblem(error, request)
  const language = languageOf(request.headers)
  return reply
    .code(problem.statusCode)
    .type(problemMediaType)
    .header('content-language', languageTag[language])
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(problemBody(problem, language))
}

/**
 * Keeps the connection of a body that is refused as too large, which Fastify would close, until the body has come. Most clients write all of it before they
 * read: they would see a broken pipe and not why (RFC 9112, 9.6). Node takes in what still comes, for as long as a request may
 * take, and keeps none of it.
 */
function stayToTheEnd(reply: FastifyReply): void {
  reply.removeHeader('connection')
  reply.raw.shouldKeepAlive = true
}

/** Makes every error of the application a refusal sent by `refuse`, also for addresses that no route knows. */
export function useProblems(app: FastifyInstance, refuse: typeof sendProblem): void {
  app.setErrorHandler((error, request, reply) => {
    if ((error as FastifyError).code === 'FST_ERR_CTP_BODY_TOO_LARGE') stayToTheEnd(reply)
    return refuse(error, request, reply)
  })
  app.setNotFoundHandler((request, reply) =>
    refuse(
      new ProblemError('not-found', {
        zh: '没有这个地址。接口说明见 /docs。',
        en: 'There is nothing at this address. The interface is described at /docs.',
      }),
      request,
      reply,
    ),
  )
}
