import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { listsFor } from '../../catalogue/snapshot.ts'
import { Region, Search } from '../../http/schemas/parameters.ts'
import { Kind } from '../../lists/terms.ts'
import { plain } from '../../names/normalise/plain.ts'
import { simplified } from '../../names/normalise/script.ts'
import { homeRegion } from '../../rulings/question.ts'

/** As many as can be taken in at a glance. */
const most = 8

/** GET /suggest: names of items in force in a place that hold what was typed so far, those that begin with it first. */
export const suggestRoute: FastifyPluginCallbackTypebox = (app, _options, done) => {
  const querystring = Type.Object(
    { kind: Kind, q: Search, region: Type.Optional(Region) },
    { additionalProperties: false },
  )
  app.get('/suggest', { schema: { hide: true, querystring } }, ({ snapshot, today, query }) => {
    const { kind, q, region = homeRegion } = query
    const wanted = simplified(plain(q))
    if (wanted === '') return { names: [] }
    const names = listsFor(snapshot, kind, region, today)
      .flatMap((list) => list.items.filter(({ no }) => list.holds(no, { on: today })))
      .flatMap((item) => [item.name, ...(item.subNames ?? [])])
      .filter((name) => plain(name).includes(wanted))
      .sort((a, b) => Number(plain(b).startsWith(wanted)) - Number(plain(a).startsWith(wanted)))
    return { names: [...new Set(names)].slice(0, most) }
  })
  done()
}
