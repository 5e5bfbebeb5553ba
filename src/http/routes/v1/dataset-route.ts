import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { LoadState } from '../../../catalogue/catalogue.ts'
import { oneOf, prose } from '../../../lists/terms.ts'
import { DatasetVersion } from '../../../rulings/answer.ts'
import { listSummary } from '../../answers/list-views.ts'
import { release } from '../../answers/release.ts'
import { refusals } from '../../schemas/add-schemas.ts'
import type { ListSummary } from '../../schemas/list-schemas.ts'

const closed = { additionalProperties: false }

export interface DatasetOptions {
  readonly load: () => LoadState
}

const instant = (description: string) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time', maxLength: 24, description })

/** GET /dataset: what is loaded, since when, from what, and what is missing. */
export const datasetRoute: FastifyPluginCallbackTypebox<DatasetOptions> = (app, { load }, done) => {
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
              version: Type.String({
                ...DatasetVersion,
                description: '日期加内容摘要；相同内容在各处版本相同，读入附件的，以程序版本相同为限',
              }),
              contentHash: Type.String({
                pattern: '^[0-9a-f]{64}$',
                maxLength: 64,
                description: '全部数据文件的 SHA-256',
              }),
              builtAt: Type.String({ format: 'date-time', maxLength: 24, description: '数据库的建立时间' }),
              load: Type.Object(
                {
                  state: oneOf(['current', 'loading', 'failed']),
                  started: Type.String({
                    format: 'date-time',
                    maxLength: 24,
                    description: '最近一次读取数据的开始时间',
                  }),
                  finished: instant('结束时间；仍在读取时为 null'),
                  error: Type.Unsafe<string | null>({
                    type: ['string', 'null'],
                    ...prose,
                    description: '新数据未被采用的原因；此时仍以原有版本作答',
                  }),
                },
                { ...closed, description: '最近一次读取数据的情况' },
              ),
              remarks: Type.Array(Type.String(prose), { description: '读入附件时须请人留意之处' }),
              lists: Type.Array(Type.Ref('ListSummary#') as unknown as typeof ListSummary),
            },
            { ...closed, description: '数据集的状况' },
          ),
          ...refusals,
        },
      },
    },
    ({ snapshot: { version, contentHash, builtAt, remarks, lists }, language }, reply) => {
      const state = load()
      // The state of loading changes while the dataset stays the same, so the dataset's version alone would be too weak a tag.
      reply.header('etag', `"${version}.${state.state}.${state.started}.${language}.${release}"`)
      return {
        version,
        contentHash,
        builtAt,
        load: state,
        remarks: remarks.map((remark) => remark[language]),
        lists: [...lists.values()].map(listSummary),
      }
    },
  )
  done()
}
