import type { FastifyPluginCallback } from 'fastify'
import { browseRoutes } from './browse-routes.ts'
import { checkManyRoute } from './check-many-route.ts'
import { checkRoute } from './check-route.ts'

import { type DatasetOptions, datasetRoute } from './dataset-route.ts'

import { documentRoutes } from './documents-routes.ts'
import { ledgerRoute } from './ledger-route.ts'
import { listRoutes } from './lists-routes.ts'
import { regionRoutes } from './regions-routes.ts'
import { signboardRoutes } from './signboards-routes.ts'
import { statusRoutes } from './status-routes.ts'
import { surveyRoute } from './survey-route.ts'

/** Everything under /v1. */
export const v1Routes: FastifyPluginCallback<DatasetOptions> = (app, { load }, done) => {
  for (const routes of [
    statusRoutes,
    checkRoute,
    checkManyRoute,
    signboardRoutes,
    surveyRoute,
    ledgerRoute,
    browseRoutes,
    listRoutes,
    regionRoutes,
    documentRoutes,
  ]) {
    app.register(routes)
  }
  app.register(datasetRoute, { load })
  done()
}
