import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { ProblemError } from '../http/answers/problem.ts'
import { isRegionCode, type Sentence } from '../lists/terms.ts'
import { findRegions } from '../rulings/find-regions.ts'
import { placeName } from '../rulings/place-name.ts'
import { showPage } from './show-page.ts'

/** A place that was typed, as it is shown to be chosen. */
export interface PlaceChoice {
  readonly code: string
  readonly place: string
}

/** As many as can be looked through; whoever typed so little types more. */
const most = 60

/** What a place that somebody typed may be: one, or several to choose from. A code stands for itself. @throws ProblemError if none is like it. */
export function placesTyped(snapshot: Snapshot, typed: string): readonly [PlaceChoice, ...PlaceChoice[]] {
  if (isRegionCode(typed)) return [{ code: typed, place: typed }]
  const [best = []] = findRegions(snapshot, typed)
  const [first, ...others] = best
    .slice(0, most)
    .map((region) => ({ code: region.code, place: placeName({ snapshot, region: region.code }) }))
  if (first) return [first, ...others]
  const detail: Sentence = {
    zh: `没有找到叫“${typed}”的行政区划。请输入县（市、区）、市或省的名称，或六位行政区划代码。`,
    en: `No region is called “${typed}”. Give the name of a county, city or province, or its six-digit code.`,
  }
  throw new ProblemError('unknown-region', detail, [{ in: 'query', name: 'region', detail }])
}

const title: Sentence = { zh: '是哪个地方', en: 'Which place' }

/**
 * Lets the place in the address of a page be a name: one that fits one place leads on to its code, which the address then keeps; of several
 * each is a link.
 */
export function findPlaces(app: FastifyInstance): void {
  app.addHook('preValidation', (request: FastifyRequest, reply: FastifyReply, done) => {
    const { region } = request.query as { readonly region?: unknown }
    const typed = typeof region === 'string' ? region.trim() : ''
    if (request.method === 'POST' || typed === '' || isRegionCode(typed)) return done()
    const [path = '', query] = request.url.split('?')
    const to = (place: string) => {
      const sent = new URLSearchParams(query)
      sent.set('region', place)
      return `${path}?${sent}`
    }
    const places = placesTyped(request.snapshot, typed).map((one) => ({ ...one, link: to(one.code) }))
    const [{ link }, ...others] = places as [(typeof places)[number]]
    if (others.length === 0) return reply.redirect(link)
    return showPage(request, reply, 'places', { title, typed, places })
  })
}
