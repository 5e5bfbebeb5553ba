import proxyAddress from '@fastify/proxy-addr'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { LoadState } from './catalogue/catalogue.ts'
import type { Snapshot } from './catalogue/snapshot.ts'
import { type Config, readConfig } from './config/config.ts'
import type { Callers } from './http/callers/callers.ts'
import { endAbsentBodies } from './http/plugins/absent-bodies.ts'
import { askForKeys, nameCallers } from './http/plugins/bearer.ts'
import { boundBodies } from './http/plugins/bodies-under-way.ts'
import { isOneOf } from './http/plugins/client-address.ts'
import { refuseTunnels, refuseUnreadable } from './http/plugins/client-error.ts'
import { allowOrigins, tellAllowedOrigin } from './http/plugins/cors.ts'
import { type GiveHeaders, refuseUnreadableAddress } from './http/plugins/framework-error.ts'
import { httpServer } from './http/plugins/http-server.ts'
import { readJsonBodies } from './http/plugins/json-body.ts'
import { refuseOtherMethods } from './http/plugins/methods-allowed.ts'
import { originForm } from './http/plugins/origin-form.ts'
import { refuseWhenOverloaded } from './http/plugins/overload.ts'
import { useProblems } from './http/plugins/problems.ts'
import { refuseMisencodedQueries } from './http/plugins/query-encoding.ts'
import { ClientCounts, limitRate } from './http/plugins/rate-limit.ts'
import { ReadyAnswers } from './http/plugins/ready-answers.ts'
import { refuseUnacceptableHeads } from './http/plugins/request-head.ts'
import { requestId, tellRequestId } from './http/plugins/request-id.ts'
import { type KeepsDecisions, OneLinePerRequest } from './http/plugins/request-log.ts'
import { confirmWhatIsKnown, giveSnapshot, holdWhileHandled, tagAnswers } from './http/plugins/request-snapshot.ts'
import { sendSecurityHeaders } from './http/plugins/security-headers.ts'
import { serveDocs } from './http/plugins/serve-docs.ts'
import { OrderlyClose } from './http/plugins/stopping.ts'
import { readWholeNumbers } from './http/plugins/whole-numbers.ts'
import { healthRoutes } from './http/routes/health-routes.ts'
import { v1Routes } from './http/routes/v1/routes.ts'
import { addSchemas } from './http/schemas/add-schemas.ts'
import { formats } from './http/schemas/parameters.ts'
import { shanghaiDays } from './lists/days.ts'
import type { Tracing } from './operations/open-tracing.ts'
import { countTraffic, Traffic } from './operations/traffic.ts'
import { servePages } from './pages/pages.ts'
import { refuse } from './pages/refuse-with-page.ts'

/** What the application is built from. */
export interface Parts {
  /** The snapshot to answer from; asked once per request, which keeps what it gets. */
  readonly snapshot: () => Snapshot
  /** How the last look at the data went; without it, the snapshot counts as loaded when it was built. */
  readonly load?: () => LoadState
  /** The clock, in milliseconds since 1970, for the default of `on`. */
  readonly now?: () => number
  readonly logger?: FastifyBaseLogger
  /** What the operator has set; the defaults of the variables otherwise. */
  readonly settings?: Settings
  /** Who may call; without it, everybody. */
  readonly callers?: Pick<Callers, 'nameOf'>
  /** Whether the process was told to stop: it still answers, but says that it is no longer ready. */
  readonly stopping?: () => boolean
  /** Counts answers, and requests as they are logged, for the metrics; requests need a logger for it. */
  readonly traffic?: Traffic
  /** Keeps what was decided, beside the log; it needs a logger too. */
  readonly decisions?: KeepsDecisions
  /** Puts requests into traces. */
  readonly tracing?: Pick<Tracing, 'plugin' | 'answeredAhead'>
  /** Collect the routes into an OpenAPI document (app.swagger()); only the generator needs it. */
  readonly describe?: boolean
}

/** The part of the configuration that shapes the application. */
type Settings = Pick<
  Config,
  | 'corsOrigins'
  | 'homeRegion'
  | 'logNames'
  | 'overload'
  | 'publicUrl'
  | 'rateLimit'
  | 'timeouts'
  | 'trustedProxies'
  | 'work'
>

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
  now = Date.now,
  logger,
  settings = readConfig({}),
  callers,
  stopping = () => false,
  traffic = new Traffic(),
  decisions,
  tracing,
  describe = false,
}: Parts): Promise<App> {
  const { corsOrigins, homeRegion, logNames, overload, publicUrl, rateLimit, timeouts, trustedProxies, work } = settings
  const logController = new OneLinePerRequest(logNames, traffic, decisions)
  const today = shanghaiDays(now)
  const close = new OrderlyClose()
  // What every answer says, also where no hook runs.
  const headers: readonly GiveHeaders[] = [
    tellRequestId,
    sendSecurityHeaders(corsOrigins),
    giveSnapshot(snapshot, today),
    close.tellLast,
  ]
  const trusted = isOneOf(trustedProxies)
  const clients = rateLimit ? new ClientCounts(rateLimit) : undefined
  const ready = new ReadyAnswers({
    snapshot,
    today,
    closing: close.begun,
    callers,
    logController,
    clients,
    addressOf: (request) => proxyAddress(request, trusted),
    trace: tracing?.answeredAhead,
  })
  const app = Fastify({
    ...(logger ? { loggerInstance: logger } : {}),
    logController,
    // The one line per request has the id; a logger of its own for each request would cost more than the line.
    childLoggerFactory: (parent) => parent,
    genReqId: requestId,
    rewriteUrl: originForm,
    routerOptions: { maxParamLength: longestParameter },
    // Fastify's default drops parameters it does not know, so that a mistyped one is answered as if it had not been asked, and
    // converts what has the wrong type.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allowUnionTypes: true, formats } },
    frameworkErrors: refuseUnreadableAddress(logController, refuse, [...headers, tellAllowedOrigin(corsOrigins)]),
    clientErrorHandler: refuseUnreadable(logController),
    bodyLimit: 1024 * 1024,
    serverFactory: httpServer(timeouts, (request, response) => ready.answer(request, response)),
    // A request that comes in on an open connection while the server closes is answered like any other, and the connection closed.
    return503OnClosing: false,
    trustProxy: trustedProxies.length > 0 && trusted,
  }).withTypeProvider<TypeBoxTypeProvider>()

  // The schemas describe what is sent and tests hold the answers to them. Compiled serializers would drop what they do not know
  // and cost a quarter of a second at the start.
  app.setSerializerCompiler(() => JSON.stringify)
  // Bodies are JSON; a text taken for one would be refused for its shape, which is not what is wrong with it.
  app.removeContentTypeParser('text/plain')
  endAbsentBodies(app)
  readJsonBodies(app)
  readWholeNumbers(app)
  if (tracing) await app.register(tracing.plugin)
  // Loaded for the generator only: what it takes would stay in memory.
  if (describe) await (await import('./http/schemas/describe-api.ts')).describeApi(app)
  addSchemas(app)
  useProblems(app, refuse)
  const closeMethods = refuseOtherMethods(app)
  app.decorate('logNames', logNames)
  app.decorate('homeRegion', homeRegion)
  app.decorateRequest('caller', null)
  app.decorateRequest('countNames', null)
  tagAnswers(app)
  holdWhileHandled(app)
  app.addHook('onRequest', (request, reply, done) => {
    for (const give of headers) give(request, reply)
    done()
  })
  logController.tellOfHungUp(app)
  refuseTunnels(app, logController)
  close.watch(app, stopping)
  countTraffic(app, traffic)
  await allowOrigins(app, corsOrigins)
  refuseUnacceptableHeads(app)
  refuseMisencodedQueries(app)
  // Outside the service proper: a probe must get through without a key and while the service is overloaded.
  await app.register(healthRoutes, { stopping, load })
  await app.register(async (service) => {
    refuseWhenOverloaded(service, overload)
    boundBodies(service)
    // Pages ask for no key: a browser has none to send, and they show what the notice made public.
    await service.register(async (open) => {
      if (rateLimit) limitRate(open, new ClientCounts(rateLimit))
      await servePages(open, { load, publicUrl, work })
    })
    await service.register(async (closed) => {
      if (callers) nameCallers(closed, callers)
      if (clients) limitRate(closed, clients)
      if (callers) askForKeys(closed)
      ready.keepFrom(closed)
      confirmWhatIsKnown(closed)
      await closed.register(v1Routes, { prefix: '/v1', load })
    })
  })
  closeMethods()
  if (!describe) await app.register(serveDocs)
  return app
}
