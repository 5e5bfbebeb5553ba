import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { listSummary } from '../../list-views.ts'
import type { ListSummary } from '../../schemas/list.ts'
import { refusals } from '../../schemas.ts'

const closed = { additionalProperties: false }

/** GET /dataset: what is loaded, since when, from what, and what is missing. */
export const datasetRoute: FastifyPluginCallbackTypebox = (app, _options, done) => {
  app.get(
    '/dataset',
    {
      schema: {
        operationId: 'getDataset',
        tags: ['运行'],
        summary: '数据集的版本与状况',
        description: '版本、建库时间，以及每份清单的完整性、等级、事项数、日期和负责单位。',
        querystring: Type.Object({}, closed),
        response: {
          200: Type.Object(
            {
              version: Type.String({ description: '日期加内容摘要；相同内容在各处版本相同' }),
              contentHash: Type.String({ description: '全部数据文件的 SHA-256' }),
              builtAt: Type.String({ format: 'date-time', description: '数据库的建立时间' }),
              lists: Type.Array(Type.Ref('ListSummary#') as unknown as typeof ListSummary),
            },
            { ...closed, description: '数据集的状况' },
          ),
          ...refusals,
        },
      },
    },
    ({ snapshot: { version, contentHash, builtAt, lists } }) => ({
      version,
      contentHash,
      builtAt,
      lists: [...lists.values()].map(listSummary),
    }),
  )
  done()
}
