import type { FastifyReply, FastifyRequest } from 'fastify'
import { languageTag } from '../http/answers/accept-language.ts'
import type { Sentence } from '../lists/terms.ts'
import { assetPath } from './assets.ts'
import { address, type Parameters } from './page-address.ts'
import { protect } from './page-headers.ts'
import { languageAsked, pageLanguage } from './page-language.ts'
import { footOf, placeKept } from './page-place.ts'
import { render } from './templates.ts'

const entries: readonly { path: string; name: Sentence }[] = [
  { path: '/', name: { zh: '查询', en: 'Look up' } },
  { path: '/check', name: { zh: '核查', en: 'Check many' } },
  { path: '/boards', name: { zh: '牌子', en: 'Boards' } },
  { path: '/lists', name: { zh: '清单', en: 'Lists' } },
  { path: '/data', name: { zh: '数据', en: 'Data' } },
  { path: '/docs', name: { zh: '接口文档', en: 'API' } },
]

/** What every template is given beside its own matter. */
function frame(request: FastifyRequest) {
  const language = pageLanguage(request)
  const lang = languageAsked(request)
  const region = placeKept(request)
  const [path = '/', query = ''] = request.url.split('?')
  const other = language === 'zh' ? 'en' : 'zh'
  // The address as it was written: what defaults and blanks make of it is no business of a link.
  const sent = new URLSearchParams(query)
  sent.set('lang', other)
  return {
    language,
    tag: languageTag[language],
    say: (zh: string, en: string) => (language === 'zh' ? zh : en),
    put: (sentence: Sentence) => sentence[language],
    asset: assetPath,
    // A place and a language that were asked for go along with every link.
    link: (to: string, parameters: Parameters = {}) =>
      address(to, { ...parameters, region: parameters.region ?? region, lang }),
    foot: request.snapshot && footOf(request, region ?? request.server.homeRegion),
    lang,
    otherLanguage: `${path}?${sent}`,
    entries: entries.map((entry) => ({
      ...entry,
      current: entry.path === (path.startsWith('/lists/') ? '/lists' : path),
    })),
    version: request.snapshot?.version,
    logNames: request.server.logNames,
  }
}

/** Renders a part of a page that comes again and again, each time with its own matter. */
export function partOf(request: FastifyRequest, template: string): (matter: object) => string {
  const page = frame(request)
  return (matter) => render(template, { ...page, ...matter })
}

/** Sends a page. Anything a template shows is escaped; see templates.ts. */
export function showPage(
  request: FastifyRequest,
  reply: FastifyReply,
  template: string,
  matter: { readonly title: Sentence; readonly [name: string]: unknown },
): FastifyReply {
  const page = frame(request)
  return protect(reply)
    .type('text/html; charset=utf-8')
    .header('content-language', page.tag)
    .send(render(template, { ...page, ...matter }))
}
