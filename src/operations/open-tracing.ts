import type { IncomingHttpHeaders } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { FastifyOtelInstrumentation } from '@fastify/otel'
import { propagation, ROOT_CONTEXT, SpanKind } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import type { FastifyPluginCallback } from 'fastify'

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

/** How long the end of the process waits for the collector, in milliseconds. */
const patience = 3000

async function tooLate(): Promise<never> {
  await setTimeout(patience, undefined, { ref: false })
  throw new Error(`the collector did not take them within ${patience} ms`)
}

/**
 * Loads the parts of OpenTelemetry that are needed to send spans over OTLP; each reads its own OTEL_* variables. A request is one
 * span: those of single hooks would tell nothing. The name asked about stands in the address, so the route stands in its place.
 */
export function openTracing(logNames: boolean): Tracing {
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'qingdan' }))
    .merge(detectResources({ detectors: [envDetector] }))
  const provider = new NodeTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  })
  provider.register()
  const tracer = provider.getTracer('qingdan')
  const answeredAhead = ({ id, method, route, status, address, headers }: AnsweredAhead) => {
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
  return {
    plugin: instrumentation.plugin(),
    answeredAhead,
    close: () => Promise.race([provider.shutdown(), tooLate()]),
  }
}
