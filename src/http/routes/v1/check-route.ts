import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Kind } from '../../../lists/terms.ts'
import type { Answer } from '../../../rulings/answer.ts'
import { ask } from '../../answers/ask.ts'
import { refusals } from '../../schemas/add-schemas.ts'
import { Body, Issuer, Name, On, Region } from '../../schemas/parameters.ts'

/** GET /check: the same questions with the name as a query parameter, for callers behind proxies that mangle encoded paths. */
export const checkRoute: FastifyPluginCallbackTypebox = (app, _options, done) => {
  app.get(
    '/check',
    {
      config: { lasting: true },
      schema: {
        operationId: 'check',
        tags: ['查询'],
        summary: '以查询参数提问',
        description:
          '与三个 /status 接口同义，名称放在查询参数里，供中间代理会改写编码路径的调用方使用。issuer 只用于证明。',
        querystring: Type.Object(
          {
            kind: Kind,
            name: Name,
            region: Type.Optional(Region),
            on: Type.Optional(On),
            issuer: Type.Optional(Issuer),
            body: Type.Optional(Body),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Ref('Answer#', { description: '答复；无论结论如何都是 200' }) as unknown as typeof Answer,
          ...refusals,
        },
      },
    },
    (request) => ask(request, request.query),
  )
  done()
}
