import type { FastifyPluginCallback } from 'fastify'
import { Type } from 'typebox'

const state = (description: string) =>
  Type.Object({ status: Type.String() }, { description, additionalProperties: false })

/** Probes for whoever runs the service. They stand outside /v1 because they speak of the process, not of the lists. */
export const healthRoutes: FastifyPluginCallback = (app, _options, done) => {
  app.get(
    '/livez',
    {
      schema: {
        operationId: 'getLiveness',
        tags: ['运行'],
        summary: '进程是否存活',
        description: '进程能应答即为 200,与数据无关。',
        security: [],
        response: { 200: state('进程存活') },
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
        security: [],
        response: { 200: state('可以接受请求') },
      },
    },
    () => ({ status: 'ready' }),
  )
  done()
}
