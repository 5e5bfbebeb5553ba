import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { listsFor } from '../../catalogue/snapshot.ts'
import { placeOf } from '../../http/answers/ask.ts'
import { Search, SearchRegions } from '../../http/schemas/parameters.ts'
import { Kind } from '../../lists/terms.ts'
import { plain } from '../../names/normalise/plain.ts'
import { simplified } from '../../names/normalise/script.ts'
import { findRegions } from '../../rulings/find-regions.ts'
import { placeName } from '../../rulings/place-name.ts'
import { placesTyped } from '../places.ts'

/** As many as can be taken in at a glance. */
const most = 8

/** GET /suggest: names of items in force in a place that hold what was typed so far, those that begin with it first; /suggest/places: the same for places. */
export const suggestRoute: FastifyPluginCallbackTypebox = (app, _options, done) => {
  const querystring = Type.Object(
    { kind: Kind, q: Search, region: Type.Optional(SearchRegions) },
    { additionalProperties: false },
  )
  app.get('/suggest', { schema: { hide: true, querystring } }, (request) => {
    const { snapshot, today, query } = request
    const { kind, q } = query
    const [place, ...others] = placesTyped(snapshot, query.region ?? request.server.homeRegion)
    const { region } = placeOf(request, place.code)
    const wanted = simplified(plain(q))
    if (wanted === '' || others.length > 0) return { names: [] }
    const names = listsFor(snapshot, kind, region, today)
      .flatMap((list) => list.items.filter(({ no }) => list.holds(no, { on: today })))
      .flatMap((item) => [item.name, ...(item.subNames ?? [])])
      .filter((name) => plain(name).includes(wanted))
      .sort((a, b) => Number(plain(b).startsWith(wanted)) - Number(plain(a).startsWith(wanted)))
    return { names: [...new Set(names)].slice(0, most) }
  })

  const ofPlace = Type.Object({ q: SearchRegions }, { additionalProperties: false })
  app.get('/suggest/places', { schema: { hide: true, querystring: ofPlace } }, ({ snapshot, query: { q } }) => {
    const found = findRegions(snapshot, q).flat().slice(0, most)
    return { names: found.map(({ code }) => placeName({ snapshot, region: code })) }
  })
  done()
}
