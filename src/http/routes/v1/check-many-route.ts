import { Readable } from 'node:stream'
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { answerBatch, rowCheck } from '../../answers/answer-batch.ts'
import { refusals, sentBody } from '../../schemas/add-schemas.ts'
import { Batch, BatchEnvelope, batchBytes } from '../../schemas/batch-schemas.ts'

/** POST /check: many questions at once. */
export const checkManyRoute: FastifyPluginCallbackTypebox = (app, _options, done) => {
  app.post(
    '/check',
    {
      bodyLimit: batchBytes,
      config: { documentedBody: Batch },
      schema: {
        operationId: 'checkMany',
        tags: ['查询'],
        summary: '一次问最多 1000 个名称',
        description:
          '每个问题与单独提问同义，答复是同一个对象。结果与问题同序；某条有误只影响该条（该条得到 problem），信封本身有误才是 400。整批用同一份数据作答。答复边算边发，counts 在最后。',
        querystring: Type.Object({}, { additionalProperties: false }),
        body: BatchEnvelope,
        response: {
          200: Type.Ref('CheckedBatch#', { description: '一批答复；各条是否有误见其 status' }),
          ...refusals,
          ...sentBody,
        },
      },
    },
    (request, reply) => {
      request.countNames?.(request.body.questions.length)
      const pieces = answerBatch(request, request.body.questions, rowCheck(request))
      return reply.type('application/json; charset=utf-8').send(Readable.from(pieces, { highWaterMark: 1 }))
    },
  )
  done()
}
