import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { LoadState } from './catalogue/catalogue.ts'
import type { Snapshot } from './catalogue/snapshot.ts'
import { refuseUnreadable } from './http/client-error.ts'
import { serveDatasetVersion } from './http/dataset-version.ts'
import { serveDocs } from './http/docs.ts'
import { refuseOtherMethods } from './http/methods.ts'
import { describeApi } from './http/openapi.ts'
import { useProblems } from './http/problems.ts'
import { refuseMisencodedQueries } from './http/query-encoding.ts'
import { OneLinePerRequest } from './http/request-log.ts'
import { healthRoutes } from './http/routes/health.ts'
import { v1Routes } from './http/routes/v1/routes.ts'
import { addSchemas } from './http/schemas.ts'
import { servePages } from './pages/pages.ts'
import { refuse } from './pages/refuse.ts'

/** What the application is built from. */
export interface Parts {
  /** The snapshot to answer from; asked once per request, which keeps what it gets. */
  readonly snapshot: () => Snapshot
  /** How the last look at the data went; without it, the snapshot counts as loaded when it was built. */
  readonly load?: () => LoadState
  /** The clock, for the default of `on`. */
  readonly now?: () => Date
  readonly logger?: FastifyBaseLogger
  /** Where people reach the service, for what pages print; without it, the host that the request names. */
  readonly publicUrl?: string | undefined
  /** Collect the routes into an OpenAPI document (app.swagger()); only the generator needs it. */
  readonly describe?: boolean
}

function loadedWhenBuilt({ builtAt }: Snapshot): LoadState {
  return { state: 'current', started: builtAt, finished: builtAt, error: null }
}

/** Name lengths are checked by the schemas; this bound only has to let every allowed name through, percent-decoded. */
const longestParameter = 1000

export type App = FastifyInstance

/** Builds the application. The process, the tests and the OpenAPI generator all use it. */
export async function buildApp({
  snapshot,
  load = () => loadedWhenBuilt(snapshot()),
  now = () => new Date(),
  logger,
  publicUrl,
  describe = false,
}: Parts): Promise<App> {
  const app = Fastify({
    ...(logger ? { loggerInstance: logger } : {}),
    logController: new OneLinePerRequest(),
    routerOptions: { maxParamLength: longestParameter },
    // Fastify's default drops parameters it does not know, so that a mistyped one is answered as if it had not been asked.
    ajv: { customOptions: { removeAdditional: false, allowUnionTypes: true } },
    frameworkErrors: refuse,
    clientErrorHandler: refuseUnreadable,
    bodyLimit: 1024 * 1024,
    connectionTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 72_000,
    trustProxy: false,
    // While it closes, the service still answers what reaches it; Fastify's own refusal is no problem details.
    return503OnClosing: false,
  }).withTypeProvider<TypeBoxTypeProvider>()

  // The schemas describe what is sent and tests hold the answers to them. Compiled serializers would drop what they do not know
  // and cost a quarter of a second at the start.
  app.setSerializerCompiler(() => JSON.stringify)
  // Bodies are JSON; a text taken for one would be refused for its shape, which is not what is wrong with it.
  app.removeContentTypeParser('text/plain')
  if (describe) await describeApi(app)
  addSchemas(app)
  useProblems(app, refuse)
  const closeMethods = refuseOtherMethods(app)
  serveDatasetVersion(app, snapshot, now)
  refuseMisencodedQueries(app)
  await app.register(healthRoutes)
  await app.register(v1Routes, { prefix: '/v1', load })
  await servePages(app, { load, publicUrl })
  closeMethods()
  if (!describe) await app.register(serveDocs)
  return app
}
