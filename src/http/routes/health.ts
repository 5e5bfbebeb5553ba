import type { FastifyPluginCallback } from 'fastify'
import { Type } from 'typebox'
import { refusals } from '../schemas.ts'

const state = (description: string) =>
  Type.Object({ status: Type.String() }, { description, additionalProperties: false })

const noParameters = Type.Object({}, { additionalProperties: false })

/** Probes for whoever runs the service. They stand outside /v1 because they speak of the process, not of the lists. */
export const healthRoutes: FastifyPluginCallback = (app, _options, done) => {
  app.get(
    '/livez',
    {
      schema: {
        operationId: 'getLiveness',
        tags: ['运行'],
        summary: '进程是否存活',
        description: '进程能应答即为 200，与数据无关。',
        querystring: noParameters,
        response: { 200: state('进程存活'), 400: refusals[400] },
      },
    },
    () => ({ status: 'live' }),
  )
  app.get(
    '/readyz',
    {
      schema: {
        operationId: 'getReadiness',
        tags: ['运行'],
        summary: '是否可以接受请求',
        description: '数据已载入、可以作答时为 200。',
        querystring: noParameters,
        response: { 200: state('可以接受请求'), 400: refusals[400], 503: refusals[503] },
      },
    },
    () => ({ status: 'ready' }),
  )
  done()
}
