import type { FastifyInstance } from 'fastify'
import { serveAssets } from './assets.ts'
import { dropBlanks } from './blanks.ts'
import { letBrowsersKeep } from './caching.ts'
import { compressPages } from './compression.ts'
import { pageLanguage } from './page-language.ts'
import type { PagesOptions } from './pages-options.ts'
import { findPlaces } from './places.ts'
import { boardsRoute } from './routes/boards-page.ts'
import { checkRoutes } from './routes/check-page.ts'
import { dataRoute } from './routes/data-page.ts'
import { homeRoute } from './routes/home-page.ts'
import { listsRoutes } from './routes/lists-page.ts'
import { slipRoute } from './routes/slip-page.ts'
import { suggestRoute } from './routes/suggest.ts'

/** What people see in a browser: pages from the same process, snapshot and engine as the interface under /v1. */
export async function servePages(app: FastifyInstance, options: PagesOptions): Promise<void> {
  await app.register(async (app) => serveAssets(app))
  await app.register(async (app) => {
    app.addHook('onRequest', (request, _reply, done) => {
      request.language = pageLanguage(request)
      done()
    })
    dropBlanks(app)
    findPlaces(app)
    letBrowsersKeep(app)
    compressPages(app)
    await app.register(homeRoute)
    await app.register(slipRoute, options)
    await app.register(boardsRoute)
    await app.register(checkRoutes, options)
    await app.register(listsRoutes)
    await app.register(dataRoute, options)
  })
  await app.register(suggestRoute)
}
