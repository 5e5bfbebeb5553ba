import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { regionsUpFrom } from '../../catalogue/snapshot.ts'
import { placeOf } from '../../http/answers/ask.ts'
import { listDetail } from '../../http/answers/list-views.ts'
import { listedItem } from '../../http/answers/listed-item.ts'
import { ProblemError } from '../../http/answers/problem.ts'
import { ListId, Region } from '../../http/schemas/parameters.ts'
import { completeness } from '../../reports/list-state.ts'
import { placeName } from '../../rulings/place-name.ts'
import { inPlace } from '../page-place.ts'
import { bodies, effectOf, grades, kinds } from '../page-words.ts'
import { showPage } from '../show-page.ts'

/** Items on one page; more would make it heavier than a village's line bears. */
const most = 60

/** GET /lists and /lists/{id}: the lists of a place and of those above it, and each list item by item, with where it comes from and what is missing. */
export const listsRoutes: FastifyPluginCallbackTypebox = (app, _options, done) => {
  const ofPlace = Type.Object({ region: Type.Optional(Region) })
  app.get('/lists', { schema: { hide: true, querystring: ofPlace } }, (request, reply) => {
    const { snapshot, language } = request
    const { region } = placeOf(request, request.query.region)
    const place = placeName({ snapshot, region })
    const levels = regionsUpFrom(snapshot, region).map(({ code, name }) => ({
      ...{ code, name },
      lists: (snapshot.listsByRegion.get(code) ?? []).map((list) => described(listDetail(snapshot, list, language))),
    }))
    const [here, ...above] = levels
    return showPage(request, reply, 'lists', {
      ...{ title: inPlace({ zh: '清单', en: 'Lists' }, place), asked: { region, place }, here },
      above: above.filter(({ lists }) => lists.length > 0),
    })
  })

  const params = Type.Object({ id: ListId })
  const querystring = Type.Object({ page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })) })
  app.get('/lists/:id', { schema: { hide: true, params, querystring } }, (request, reply) => {
    const { snapshot, language, today, query } = request
    const list = snapshot.lists.get(request.params.id)
    const pages = Math.max(1, Math.ceil((list?.size ?? 0) / most))
    const { page = 1 } = query
    if (!list || page > pages) {
      throw new ProblemError('not-found', { zh: '没有这份清单或这一页。', en: 'There is no such list or page.' })
    }
    const items = list.items.slice((page - 1) * most, page * most)
    return showPage(request, reply, 'list', {
      title: { zh: list.title, en: list.title },
      list: described(listDetail(snapshot, list, language)),
      region: placeName({ snapshot, region: list.region }),
      items: items.map((item) => listedItem(snapshot, list, item, language, { on: today })),
      bodies,
      page,
      pages,
    })
  })
  done()
}

function described(list: ReturnType<typeof listDetail>) {
  return {
    ...list,
    state: list.completeness,
    completeness: completeness[list.completeness],
    grade: grades[list.grade],
    kindName: kinds[list.kind],
    effect: effectOf(list.kind, list.effect),
  }
}
