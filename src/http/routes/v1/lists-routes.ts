import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { List, Snapshot } from '../../../catalogue/snapshot.ts'
import { Completeness, itemNo, Kind } from '../../../lists/terms.ts'
import { someIds } from '../../answers/list-ids.ts'
import { listDetail, listSummary } from '../../answers/list-views.ts'
import { listedItem } from '../../answers/listed-item.ts'
import { ProblemError } from '../../answers/problem.ts'
import { notFound, refusals } from '../../schemas/add-schemas.ts'
import type { ItemPage, ListedItem } from '../../schemas/item-schemas.ts'
import type { ListDetail, ListSummary } from '../../schemas/list-schemas.ts'
import { cutPage, pageOf, paging } from '../../schemas/paging.ts'
import { ListId } from '../../schemas/parameters.ts'

const closed = { additionalProperties: false }

function listOf(snapshot: Snapshot, id: string): List {
  const list = snapshot.lists.get(id)
  if (list) return list
  const known = someIds([...snapshot.lists.keys()])
  throw new ProblemError('not-found', {
    zh: `没有清单 ${id}；现有：${known.zh}。`,
    en: `There is no list ${id}; there are ${known.en}.`,
  })
}

/** GET /lists, /lists/{id}, /lists/{id}/items and /items/{list}/{no}: the lists themselves. */
export const listRoutes: FastifyPluginCallbackTypebox = (app, _options, done) => {
  app.get(
    '/lists',
    {
      schema: {
        operationId: 'listLists',
        tags: ['浏览'],
        summary: '全部清单',
        description: '七个附件及附件之外的清单，各含完整性、等级、事项数和负责单位；尚未提供的附件也在其中。',
        querystring: Type.Object(
          { kind: Type.Optional(Kind), completeness: Type.Optional(Completeness), ...paging },
          closed,
        ),
        response: {
          200: pageOf(Type.Ref('ListSummary#') as unknown as typeof ListSummary, '清单概况'),
          ...refusals,
        },
      },
    },
    ({ snapshot, query }) => {
      const found = [...snapshot.lists.values()]
        .filter((list) => query.kind === undefined || list.kind === query.kind)
        .filter((list) => query.completeness === undefined || list.completeness === query.completeness)
      return cutPage(found, query, snapshot.version, listSummary)
    },
  )

  app.get(
    '/lists/:id',
    {
      schema: {
        operationId: 'getList',
        tags: ['浏览'],
        summary: '一份清单的详情',
        description: '来源、须知、完整性；尚未提供或不完整的清单还说明如何补全。',
        params: Type.Object({ id: ListId }, closed),
        querystring: Type.Object({}, closed),
        response: {
          200: Type.Ref('ListDetail#', { description: '清单详情' }) as unknown as typeof ListDetail,
          ...refusals,
          ...notFound,
        },
      },
    },
    ({ snapshot, language, params }) => listDetail(snapshot, listOf(snapshot, params.id), language),
  )

  app.get(
    '/lists/:id/items',
    {
      config: { lasting: true },
      schema: {
        operationId: 'listItems',
        tags: ['浏览'],
        summary: '一份清单的事项',
        description: '按序号排列，不论有效日期。',
        params: Type.Object({ id: ListId }, closed),
        querystring: Type.Object(paging, closed),
        response: {
          200: Type.Ref('ItemPage#', { description: '一页事项' }) as unknown as typeof ItemPage,
          ...refusals,
          ...notFound,
        },
      },
    },
    ({ snapshot, language, today, params, query }) => {
      const list = listOf(snapshot, params.id)
      return cutPage(list.items, query, snapshot.version, (item) =>
        listedItem(snapshot, list, item, language, { on: today }),
      )
    },
  )

  app.get(
    '/items/:list/:no',
    {
      schema: {
        operationId: 'getItem',
        tags: ['浏览'],
        summary: '按稳定标识取一项',
        description: '地址中 /items/ 之后即答复中给出的事项标识，如 annex-3/8。',
        params: Type.Object(
          {
            list: ListId,
            no: Type.Integer({ ...itemNo, description: '清单内序号', examples: [8] }),
          },
          closed,
        ),
        querystring: Type.Object({}, closed),
        response: {
          200: Type.Ref('ListedItem#', { description: '清单中的一项' }) as unknown as typeof ListedItem,
          ...refusals,
          ...notFound,
        },
      },
    },
    ({ snapshot, language, today, params }) => {
      const list = listOf(snapshot, params.list)
      const item = list.item(params.no)
      if (item) return listedItem(snapshot, list, item, language, { on: today })
      throw new ProblemError('not-found', {
        zh: `清单 ${list.id} 没有第 ${params.no} 项，共收录 ${list.size} 项。`,
        en: `List ${list.id} has no item ${params.no}; it holds ${list.size}.`,
      })
    },
  )
  done()
}
