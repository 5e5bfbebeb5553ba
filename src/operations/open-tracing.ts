import { setTimeout } from 'node:timers/promises'
import { FastifyOtelInstrumentation } from '@fastify/otel'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import type { FastifyPluginCallback } from 'fastify'

/** Spans of requests, on their way to a collector. */
export interface Tracing {
  readonly plugin: FastifyPluginCallback
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
  return { plugin: instrumentation.plugin(), close: () => Promise.race([provider.shutdown(), tooLate()]) }
}
