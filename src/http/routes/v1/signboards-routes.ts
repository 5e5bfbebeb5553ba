import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { listsFor } from '../../../catalogue/snapshot.ts'
import type { Consulted, DatasetReference } from '../../../rulings/answer.ts'
import { consulted } from '../../../rulings/consulted.ts'
import { placeOf } from '../../answers/ask.ts'
import { listedItem } from '../../answers/listed-item.ts'
import { refusals } from '../../schemas/add-schemas.ts'
import type { ListedItem } from '../../schemas/item-schemas.ts'
import { On, Place, Region } from '../../schemas/parameters.ts'

/** GET /signboards/allowed: the boards that may hang outside or inside. */
export const signboardRoutes: FastifyPluginCallbackTypebox = (app, _options, done) => {
  app.get(
    '/signboards/allowed',
    {
      schema: {
        operationId: 'listAllowedSignboards',
        tags: ['浏览'],
        summary: '可以挂在外部或内部的牌子',
        description: 'consulted 说明所依据的清单是否完整；清单不完整时，未列出的牌子不能据此判定为不得悬挂。',
        querystring: Type.Object(
          { place: Place, region: Type.Optional(Region), on: Type.Optional(On) },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object(
            {
              place: Place,
              items: Type.Array(Type.Ref('ListedItem#') as unknown as typeof ListedItem),
              consulted: Type.Array(Type.Ref('Consulted#') as unknown as typeof Consulted),
              dataset: Type.Ref('DatasetReference#') as unknown as typeof DatasetReference,
            },
            { additionalProperties: false, description: '可以悬挂的牌子及所依据的清单' },
          ),
          ...refusals,
        },
      },
    },
    (request) => {
      const { snapshot, language, today, query } = request
      const { place, on = today } = query
      const { region } = placeOf(request, query.region)
      const lists = listsFor(snapshot, 'signboard', region, on)
      const found = lists
        .filter((list) => list.effect === 'permits')
        .flatMap((list) => list.items.map((item) => ({ list, item })))
        .filter(({ list, item }) => item.board?.place === place && list.holds(item.no, { on }))
      return {
        place,
        items: found.map(({ list, item }) => listedItem(snapshot, list, item, language, { on })),
        consulted: consulted(
          lists,
          found.map(({ list }) => list),
        ),
        dataset: { version: snapshot.version },
      }
    },
  )
  done()
}
