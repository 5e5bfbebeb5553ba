import type { IncomingHttpHeaders } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { FastifyOtelInstrumentation } from '@fastify/otel'
import { propagation, ROOT_CONTEXT, SpanKind } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import type { FastifyBaseLogger, FastifyPluginCallback } from 'fastify'
import { Collector, type CountedSpans, SpanQueue } from './collector.ts'

/** A request that was answered without going through the application. */
interface AnsweredAhead {
  readonly id: string
  readonly method: string
  readonly route: string
  readonly status: number
  readonly address: string
  readonly headers: IncomingHttpHeaders
}

/** Spans of requests, on their way to a collector. */
export interface Tracing {
  readonly plugin: FastifyPluginCallback
  /** Tells of a request that the plugin does not see. It is over when it is told. */
  readonly answeredAhead: (request: AnsweredAhead) => void
  /** Sends what has not been sent yet. Rejects when the collector does not take it. */
  readonly close: () => Promise<void>
}

/** What tracing is opened with. */
export interface TracingSurroundings {
  readonly environment: NodeJS.ProcessEnv
  readonly logNames: boolean
  readonly counted: CountedSpans
  readonly logger: FastifyBaseLogger
}

/** How long the end of the process waits for the collector, in milliseconds. */
const patience = 3000

async function tooLate(): Promise<never> {
  await setTimeout(patience, undefined, { ref: false })
  throw new Error(`the collector did not take them within ${patience} ms`)
}

/**
 * Loads the parts of OpenTelemetry that are needed to send spans over OTLP; each reads its own OTEL_* variables. A request is one
 * span: those of single hooks would tell nothing. The name asked about stands in the address, so the route stands in its place. While
 * the collector is away each request counts as a span that is lost.
 */
export function openTracing({ environment, logNames, counted, logger }: TracingSurroundings): Tracing {
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'qingdan' }))
    .merge(detectResources({ detectors: [envDetector] }))
  const watcher = { gone: () => instrumentation.disable(), back: () => instrumentation.enable() }
  const collector = new Collector(new OTLPTraceExporter(), counted, logger, watcher)
  const provider = new NodeTracerProvider({
    resource,
    spanProcessors: [new SpanQueue(collector, counted, environment)],
  })
  provider.register()
  const tracer = provider.getTracer('qingdan')
  const answeredAhead = ({ id, method, route, status, address, headers }: AnsweredAhead) => {
    if (collector.away) {
      counted.lostSpans += 1
      return
    }
    const attributes = {
      'http.request.method': method,
      'http.route': route,
      'http.response.status_code': status,
      'url.path': logNames ? address : route,
      'qingdan.request_id': id,
    }
    const caller = propagation.extract(ROOT_CONTEXT, headers)
    tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, caller).end()
  }
  const instrumentation = new FastifyOtelInstrumentation({
    instrumentHooks: false,
    instrumentHandler: false,
    recordExceptions: false,
    requestHook: (span, { method, routeOptions, id }) => {
      span.updateName(`${method} ${routeOptions.url ?? ''}`.trim())
      if (!logNames) span.setAttribute('url.path', routeOptions.url ?? '')
      span.setAttribute('qingdan.request_id', id)
    },
  })
  instrumentation.setTracerProvider(provider)
  const traceRequests = instrumentation.plugin()
  const plugin: FastifyPluginCallback = (app, options, done) => {
    app.addHook('onRequest', (_request, _reply, next) => {
      if (collector.away) counted.lostSpans += 1
      next()
    })
    traceRequests(app, options, done)
  }
  return {
    // For the whole application, as that of the instrumentation itself.
    plugin: Object.assign(plugin, { [Symbol.for('skip-override')]: true }),
    answeredAhead,
    close: () => Promise.race([provider.shutdown(), tooLate()]),
  }
}
