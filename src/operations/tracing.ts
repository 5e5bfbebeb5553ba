import { ConfigError } from '../config/config-values.ts'
import type { Tracing, TracingSurroundings } from './open-tracing.ts'

const endpoints = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'] as const
const protocols = ['OTEL_EXPORTER_OTLP_PROTOCOL', 'OTEL_EXPORTER_OTLP_TRACES_PROTOCOL'] as const

/**
 * Starts tracing where the standard variables of OpenTelemetry name a collector; otherwise nothing of it is even loaded.
 * @throws ConfigError when they ask for what is not on board.
 */
export async function startTracing(surroundings: TracingSurroundings): Promise<Tracing | undefined> {
  const { environment } = surroundings
  /** An empty variable is one that was not set, as the specification of OpenTelemetry has it. */
  const given = (name: string) => environment[name]?.trim() || undefined
  const exporter = given('OTEL_TRACES_EXPORTER') ?? 'otlp'
  const collectors = endpoints.filter(given)
  if (collectors.length === 0 || given('OTEL_SDK_DISABLED')?.toLowerCase() === 'true' || exporter === 'none')
    return undefined
  if (exporter !== 'otlp') throw new ConfigError('OTEL_TRACES_EXPORTER must be otlp or none')
  for (const name of protocols) {
    if ((given(name) ?? 'http/protobuf') !== 'http/protobuf') throw new ConfigError(`${name} must be http/protobuf`)
  }
  for (const name of collectors) {
    const address = given(name) as string
    if (!/^https?:\/\//.test(address) || !URL.canParse(address))
      throw new ConfigError(`${name} must be an address such as http://collector:4318, not ${address}`)
  }
  const { openTracing } = await import('./open-tracing.ts')
  return openTracing(surroundings)
}
