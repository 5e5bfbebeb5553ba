import type { FastifyPluginCallback } from 'fastify'
import { Type } from 'typebox'
import type { LoadState } from '../../catalogue/catalogue.ts'
import type { Snapshot } from '../../catalogue/snapshot.ts'
import { count, oneOf, prose, Slug } from '../../lists/terms.ts'
import { DatasetVersion } from '../../rulings/answer.ts'
import { ProblemError } from '../answers/problem.ts'
import { refusals } from '../schemas/add-schemas.ts'

export interface HealthOptions {
  readonly stopping: () => boolean
  readonly load: () => LoadState
}

const closed = { additionalProperties: false }
const Checks = Type.Object(
  {
    dataset: DatasetVersion,
    builtAt: Type.String({ format: 'date-time', maxLength: 24, description: '数据库的建立时间' }),
    load: oneOf(['current', 'loading', 'failed']),
    loadError: Type.Unsafe<string | null>({ type: ['string', 'null'], ...prose, description: '新数据未被采用的原因' }),
    notSupplied: Type.Array(Slug, { description: '尚未提供的清单' }),
    uptimeSeconds: Type.Integer({ ...count, description: '进程已运行的秒数' }),
  },
  { ...closed, description: '供人查看的详情；仅在带 verbose 时给出' },
)

/** What a person wants to see who asks whether the service is well. Data that were refused leave it ready: it answers from the old. */
function checks({ version, builtAt, lists }: Snapshot, { state, error }: LoadState) {
  return {
    dataset: version,
    builtAt,
    load: state,
    loadError: error,
    notSupplied: [...lists.values()].filter((list) => list.completeness === 'absent').map((list) => list.id),
    uptimeSeconds: Math.floor(process.uptime()),
  }
}

/** Probes for whoever runs the service. They stand outside /v1 because they speak of the process, not of the lists. */
export const healthRoutes: FastifyPluginCallback<HealthOptions> = (app, { stopping, load }, done) => {
  app.get(
    '/livez',
    {
      schema: {
        operationId: 'getLiveness',
        tags: ['运行'],
        summary: '进程是否存活',
        description: '进程能应答即为 200，与数据无关。',
        security: [],
        querystring: Type.Object({}, closed),
        response: {
          200: Type.Object({ status: oneOf(['live']) }, { ...closed, description: '进程存活' }),
          400: refusals[400],
          500: refusals[500],
        },
      },
    },
    () => ({ status: 'live' as const }),
  )
  app.get<{ Querystring: { verbose?: string } }>(
    '/readyz',
    {
      schema: {
        operationId: 'getReadiness',
        tags: ['运行'],
        summary: '是否可以接受请求',
        description:
          '数据已载入、可以作答时为 200；进程收到停止信号后为 503。新数据未被采用时仍以原有数据作答，状态仍为 200，详情见 ?verbose。',
        security: [],
        querystring: Type.Object(
          {
            verbose: Type.Optional(
              Type.String({
                maxLength: 5,
                pattern: '^[^\\x00-\\x1f\\x7f-\\x9f]*$',
                description: '给出详情；可不带值，值至多 5 个字符，不得含控制字符，内容不论',
              }),
            ),
          },
          closed,
        ),
        response: {
          200: Type.Object(
            { status: oneOf(['ready']), checks: Type.Optional(Checks) },
            { ...closed, description: '可以接受请求' },
          ),
          400: refusals[400],
          500: refusals[500],
          503: refusals[503],
        },
      },
    },
    ({ query, snapshot }) => {
      if (stopping()) {
        throw new ProblemError('unavailable', {
          zh: '服务正在停止，请改用其他副本。',
          en: 'The service is stopping; use another replica.',
        })
      }
      return { status: 'ready', ...(query.verbose === undefined ? {} : { checks: checks(snapshot, load()) }) }
    },
  )
  done()
}
