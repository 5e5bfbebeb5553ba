import type { FastifyPluginCallback } from 'fastify'
import { ConfigError } from '../config-error.ts'

/** Spans of requests, on their way to a collector. */
export interface Tracing {
  readonly plugin: FastifyPluginCallback
  /** Sends what has not been sent yet. Rejects when the collector does not take it. */
  readonly close: () => Promise<void>
}

const endpoints = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'] as const

/**
 * Starts tracing where the standard variables of OpenTelemetry name a collector; otherwise nothing of it is even loaded.
 * @throws ConfigError when they ask for what is not on board.
 */
export async function startTracing(environment: NodeJS.ProcessEnv, logNames: boolean): Promise<Tracing | undefined> {
  const { OTEL_SDK_DISABLED = '', OTEL_TRACES_EXPORTER = 'otlp' } = environment
  const protocol = environment.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL ?? environment.OTEL_EXPORTER_OTLP_PROTOCOL
  const wanted = endpoints.some((name) => environment[name]?.trim())
  if (!wanted || OTEL_SDK_DISABLED.toLowerCase() === 'true' || OTEL_TRACES_EXPORTER === 'none') return undefined
  if (OTEL_TRACES_EXPORTER !== 'otlp') throw new ConfigError('OTEL_TRACES_EXPORTER must be otlp or none')
  if (protocol !== undefined && protocol !== 'http/protobuf') {
    throw new ConfigError('OTEL_EXPORTER_OTLP_PROTOCOL must be http/protobuf')
  }
  const { openTracing } = await import('./open-tracing.ts')
  return openTracing(logNames)
}
