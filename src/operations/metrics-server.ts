import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Config } from '../config/config.ts'
import { boundConnections } from './connections.ts'
import type { Measured } from './metrics.ts'

/** Whoever reads metrics needs one connection; those of many must not take the files that callers need. */
const mostConnections = 20

/**
 * Serves the metrics on a port of their own, which callers of the service need not reach. Without METRICS_PORT nothing of it is loaded.
 * The server does not keep the process alive.
 */
export async function serveMetrics(
  measured: Measured,
  { host, metricsPort }: Pick<Config, 'host' | 'metricsPort'>,
): Promise<number | null> {
  if (metricsPort === null) return null
  const { metricsOf } = await import('./metrics.ts')
  const registry = metricsOf(measured)
  const server = createServer(({ method, url }, response) => {
    const say = (status: number, type: string, body: string) =>
      response.writeHead(status, { 'content-type': type }).end(body)
    if (method !== 'GET' || url !== '/metrics') return say(404, 'text/plain', 'GET /metrics\n')
    registry.metrics().then(
      (text) => say(200, registry.contentType, text),
      (error: Error) => say(500, 'text/plain', `${error.message}\n`),
    )
  })
  server.unref().listen(metricsPort, host)
  await once(server, 'listening').catch((error: Error) => {
    throw Object.assign(error, { variable: 'METRICS_PORT' })
  })
  boundConnections(server, { most: mostConnections, counted: measured.traffic })
  return (server.address() as { port: number }).port
}
