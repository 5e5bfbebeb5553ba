import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { findRegions } from '../../../rulings/find-regions.ts'
import { placeAsked } from '../../../rulings/place.ts'
import { ProblemError } from '../../answers/problem.ts'
import { regionDetail, regionSummary } from '../../answers/region-views.ts'
import { notFound, refusals } from '../../schemas/add-schemas.ts'
import { cutPage, pageOf, paging } from '../../schemas/paging.ts'
import { On, RegionId, SearchRegions } from '../../schemas/parameters.ts'
import type { RegionDetail, RegionSummary } from '../../schemas/region-schemas.ts'

const closed = { additionalProperties: false }

/** GET /regions, /regions/{code}: the places that can be asked about, and what applies in each. */
export const regionRoutes: FastifyPluginCallbackTypebox = (app, _options, done) => {
  app.get(
    '/regions',
    {
      schema: {
        operationId: 'listRegions',
        tags: ['浏览'],
        summary: '查找行政区划',
        description:
          'GB/T 2260 至县级的全部行政区划。q 为名称或代码（也可以是已被取代的），最符合的在前；parent 只取其直接下级。',
        querystring: Type.Object(
          {
            q: Type.Optional(SearchRegions),
            parent: Type.Optional(Type.String({ ...RegionId, examples: ['420500'] })),
            ...paging,
          },
          closed,
        ),
        response: {
          200: pageOf(Type.Ref('RegionSummary#') as unknown as typeof RegionSummary, '一页行政区划'),
          ...refusals,
        },
      },
    },
    ({ snapshot, query }) => {
      const { q, parent } = query
      const all = q === undefined ? [...snapshot.regions.values()] : findRegions(snapshot, q).flat()
      const found = parent === undefined ? all : all.filter((region) => region.parent === parent)
      return cutPage(found, query, snapshot.version, (region) => regionSummary(snapshot, region))
    },
  )

  app.get(
    '/regions/:code',
    {
      schema: {
        operationId: 'getRegion',
        tags: ['浏览'],
        summary: '一个行政区划的详情',
        description:
          '它的上级、当日适用的清单及其完整性，以及三类名称未列入清单各意味着什么、依据哪一条。代码已由一个地区取代的，给出取代它的地区。',
        params: Type.Object({ code: RegionId }, closed),
        querystring: Type.Object({ on: Type.Optional(On) }, closed),
        response: {
          200: Type.Ref('RegionDetail#', { description: '行政区划详情' }) as unknown as typeof RegionDetail,
          ...refusals,
          ...notFound,
        },
      },
    },
    ({ snapshot, language, today, params, query: { on = today } }) => {
      const place = placeAsked(snapshot, params.code)
      if (!('refused' in place)) return regionDetail(snapshot, place, { on, language })
      const { zh, en } = place.refused
      throw new ProblemError('not-found', { zh: `${zh}。`, en: `${en}.` })
    },
  )
  done()
}
