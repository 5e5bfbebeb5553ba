import type { FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { whereto } from '../http/answers/address-in-log.ts'
import { notedProblem } from '../http/answers/noted-problem.ts'
import { problemBody } from '../http/answers/problem.ts'
import { sendProblem } from '../http/plugins/problems.ts'
import { pageLanguage } from './page-language.ts'
import { showPage } from './show-page.ts'

const machines = ['/v1/', '/docs/', '/openapi.json', '/livez', '/readyz', '/metrics', '/suggest']

/** Whether whoever asks reads pages: a browser that is not looking at something made for programs. */
export function readsPages(request: FastifyRequest): boolean {
  const to = whereto(request)
  if (machines.some((start) => to.startsWith(start))) return false
  return (
    new Negotiator(request).mediaType(['application/problem+json', 'application/json', 'text/html']) === 'text/html'
  )
}

/** Refuses with a page where a person looks at it, and with problem details otherwise. */
export function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!readsPages(request)) return sendProblem(error, request, reply)
  const problem = notedProblem(error, request)
  const { title, status, detail } = problemBody(problem, pageLanguage(request))
  reply.code(status).header('cache-control', 'no-store').header('vary', 'accept')
  return showPage(request, reply, 'refusal', { title: { zh: title, en: title }, status, detail })
}
