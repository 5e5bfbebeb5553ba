import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { listsFor, type Snapshot } from '../../../catalogue/snapshot.ts'
import { Effect, Grade, type Kind } from '../../../lists/terms.ts'
import { effectAt } from '../../../rulings/cite.ts'
import { placeOf } from '../../answers/ask.ts'
import { someIds } from '../../answers/list-ids.ts'
import { listedItem } from '../../answers/listed-item.ts'
import { ProblemError } from '../../answers/problem.ts'
import { searchFor } from '../../answers/search.ts'
import { refusals } from '../../schemas/add-schemas.ts'
import type { ItemPage } from '../../schemas/item-schemas.ts'
import { cutPage, paging } from '../../schemas/paging.ts'
import { Body, listIdOf, On, Place, Region, searchIn } from '../../schemas/parameters.ts'

const resources: readonly { kind: Kind; path: string; operationId: string; summary: string }[] = [
  { kind: 'certificate', path: '/certificates', operationId: 'listCertificates', summary: '浏览清单中的证明事项' },
  { kind: 'signboard', path: '/signboards', operationId: 'listSignboards', summary: '浏览清单中的牌子' },
  { kind: 'task', path: '/tasks', operationId: 'listTasks', summary: '浏览清单中的工作事务' },
]

/** A filter by a list that does not exist, or that speaks of something else, is a slip of the caller. */
function checkList(snapshot: Snapshot, kind: Kind, id: string | undefined): void {
  if (id === undefined || snapshot.lists.get(id)?.kind === kind) return
  const known = [...snapshot.lists.values()].filter((list) => list.kind === kind).map((list) => list.id)
  const ids = someIds(known)
  const detail = { zh: `须为 ${ids.zh} 之一`, en: `one of ${ids.en}` }
  const message = { zh: `参数 list（query）${detail.zh}。`, en: `list (query) must be ${detail.en}.` }
  throw new ProblemError('invalid-parameter', message, [{ in: 'query', name: 'list', detail }])
}

/** GET /certificates, /signboards, /tasks: what the lists in force hold, filtered and paged. */
export const browseRoutes: FastifyPluginCallbackTypebox = (app, _options, done) => {
  for (const { kind, path, operationId, summary } of resources) {
    app.get(
      path,
      {
        schema: {
          operationId,
          tags: ['浏览'],
          summary,
          description:
            '所问地区及其上级、所问日期有效的清单中的事项，按清单和序号排列。未列出不等于可以或不可以，请用查询接口。',
          querystring: Type.Object(
            {
              region: Type.Optional(Region),
              on: Type.Optional(On),
              q: Type.Optional(searchIn(kind)),
              list: Type.Optional(listIdOf(kind)),
              effect: Type.Optional(Effect),
              grade: Type.Optional(Grade),
              body: Type.Optional(Body),
              ...(kind === 'signboard' ? { place: Type.Optional(Place) } : {}),
              ...paging,
            },
            { additionalProperties: false },
          ),
          response: {
            200: Type.Ref('ItemPage#', { description: '一页事项' }) as unknown as typeof ItemPage,
            ...refusals,
          },
        },
      },
      (request) => {
        const { snapshot, language, today, query } = request
        const { on = today, q, effect, grade, body } = query
        const moment = { on, ...(body ? { body } : {}) }
        const place = 'place' in query ? query.place : undefined
        const { region } = placeOf(request, query.region)
        checkList(snapshot, kind, query.list)
        const matches = searchFor(q)
        const found = listsFor(snapshot, kind, region, on)
          .filter((list) => query.list === undefined || list.id === query.list)
          .flatMap((list) => list.items.map((item) => ({ list, item })))
          .filter(({ list, item }) => list.holds(item.no, moment))
          .filter(
            ({ list, item }) => effect === undefined || effectAt(snapshot.documents, list, item, moment) === effect,
          )
          .filter(({ list, item }) => grade === undefined || (item.grade ?? list.grade) === grade)
          .filter(({ item }) => place === undefined || item.board?.place === place)
          .filter(({ item }) => matches([item.name, ...(item.subNames ?? [])]))
        return cutPage(found, query, snapshot.version, ({ list, item }) =>
          listedItem(snapshot, list, item, language, moment),
        )
      },
    )
  }
  done()
}
