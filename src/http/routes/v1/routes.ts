import type { FastifyPluginCallback } from 'fastify'
import { browseRoutes } from './browse.ts'
import { checkRoute } from './check.ts'

import { checkManyRoute } from './check-many.ts'

import { type DatasetOptions, datasetRoute } from './dataset.ts'

import { documentRoutes } from './documents.ts'
import { ledgerRoute } from './ledger.ts'
import { listRoutes } from './lists.ts'
import { signboardRoutes } from './signboards.ts'
import { statusRoutes } from './status.ts'
import { surveyRoute } from './survey.ts'

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
    documentRoutes,
  ]) {
    app.register(routes)
  }
  app.register(datasetRoute, { load })
  done()
}
