import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Kind } from '../../../lists/terms.ts'
import type { Answer } from '../../../rulings/answer.ts'
import { ask } from '../../answers/ask.ts'
import { longAddress, refusals } from '../../schemas/add-schemas.ts'
import { Body, Issuer, nameOf, On, Region } from '../../schemas/parameters.ts'

const lasting = { lasting: true } as const
const closed = { additionalProperties: false }
const answer = {
  200: Type.Ref('Answer#', { description: '答复；无论结论如何都是 200' }) as unknown as typeof Answer,
  ...refusals,
  ...longAddress,
}
const place = { region: Type.Optional(Region), on: Type.Optional(On), body: Type.Optional(Body) }

interface Resource {
  readonly kind: Kind
  readonly path: string
  readonly operationId: string
  readonly summary: string
  readonly description: string
}

const withoutIssuer: readonly Resource[] = [
  {
    kind: 'signboard',
    path: '/signboards/:name/status',
    operationId: 'getSignboardStatus',
    summary: '这块牌子能否挂在村（社区）活动场所',
    description: '依据附件7作答，并给出挂在外部还是内部。',
  },
  {
    kind: 'task',
    path: '/tasks/:name/status',
    operationId: 'getTaskStatus',
    summary: '这项工作能否交由村级组织承担',
    description: '依据附件1（依法履行职责）和附件2（依法协助政府工作）作答。',
  },
]

/** GET /{certificates,signboards,tasks}/{name}/status: the three questions. */
export const statusRoutes: FastifyPluginCallbackTypebox = (app, _options, done) => {
  const paramsOf = (kind: Kind) => Type.Object({ name: nameOf(kind) }, closed)
  app.get(
    '/certificates/:name/status',
    {
      config: lasting,
      schema: {
        operationId: 'getCertificateStatus',
        tags: ['查询'],
        summary: '能否要求村（居）民委员会出具这项证明',
        description:
          '依据附件3、附件4（不应出具）和附件5、附件6（可以出具）作答。程序只须判断 allowed：true 可以要求，false 不得要求，null 须人工核实。',
        params: paramsOf('certificate'),
        querystring: Type.Object({ ...place, issuer: Type.Optional(Issuer) }, closed),
        response: answer,
      },
    },
    (request) => ask(request, { kind: 'certificate', ...request.params, ...request.query }),
  )
  for (const { kind, path, operationId, summary, description } of withoutIssuer) {
    app.get(
      path,
      {
        config: lasting,
        schema: {
          operationId,
          tags: ['查询'],
          summary,
          description,
          params: paramsOf(kind),
          querystring: Type.Object(place, closed),
          response: answer,
        },
      },
      (request) => ask(request, { kind, ...request.params, ...request.query }),
    )
  }
  done()
}
