import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { readConfig } from '../../src/config/config.ts'
import { startTracing } from '../../src/operations/tracing.ts'
import { build } from '../build-service.ts'

const trace = '0af7651916cd43dd8448eb211c80319c'

/** A collector that keeps what is sent to it. Protobuf holds texts as they are, so they can be looked for in the bytes. */
async function collector(t: Test) {
  const received: { url: string | undefined; body: Buffer }[] = []
  const server = createServer(async (request, response) => {
    received.push({ url: request.url, body: await buffer(request) })
    response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  return { received, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

async function traced(t: Test, logNames: boolean) {
  const { received, endpoint } = await collector(t)
  // The parts of OpenTelemetry read the variables of the process themselves.
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = endpoint
  process.env.OTEL_RESOURCE_ATTRIBUTES = 'deployment.environment=test-of-tracing'
  t.teardown(() => {
    delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT
    delete process.env.OTEL_RESOURCE_ATTRIBUTES
  })
  const tracing = await startTracing(process.env, logNames)
  if (!tracing) throw new Error('tracing was not started')
  const { app } = await build(t, { parts: { tracing, settings: { ...readConfig({}), logNames } } })
  const headers = { traceparent: `00-${trace}-b7ad6b7169203331-01` }
  t.equal((await app.inject({ url: '/v1/tasks/zhangsan/status', headers })).statusCode, 200)
  t.equal((await app.inject({ url: '/zhangsan' })).statusCode, 404)
  const ahead = { id: 'f'.repeat(32), method: 'GET', route: '/v1/boards/:name/status', status: 200, headers }
  tracing.answeredAhead({ ...ahead, address: '/v1/boards/lisi/status' })
  await tracing.close()
  t.same([...new Set(received.map(({ url }) => url))], ['/v1/traces'])
  return Buffer.concat(received.map(({ body }) => body))
}

t.test('requests become spans of the caller’s trace, without the names asked about', async (t) => {
  const sent = await traced(t, false)
  t.ok(sent.includes(Buffer.from(trace, 'hex')), 'the trace of the caller goes on')
  for (const words of ['GET /v1/tasks/:name/status', 'qingdan', 'test-of-tracing', trace])
    t.ok(sent.includes(words), words)
  for (const words of ['GET /v1/boards/:name/status', 'f'.repeat(32)]) t.ok(sent.includes(words), words)
  t.notOk(sent.includes('zhangsan'))
  t.notOk(sent.includes('lisi'))
})

t.test('LOG_NAMES=true lets the names into the spans', async (t) => {
  const sent = await traced(t, true)
  t.ok(sent.includes('/v1/tasks/zhangsan/status'))
  t.ok(sent.includes('/v1/boards/lisi/status'), 'also of what was answered from what was kept')
})

t.test('without a collector, or when it is told not to, nothing is traced', async (t) => {
  const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://127.0.0.1:4318'
  for (const environment of [
    {},
    { OTEL_EXPORTER_OTLP_ENDPOINT: '' },
    { OTEL_SERVICE_NAME: 'qingdan' },
    { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SDK_DISABLED: 'true' },
    { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_EXPORTER: 'none' },
  ]) {
    t.equal(await startTracing(environment, false), undefined)
  }
})

t.test('what is not on board is refused at the start', async (t) => {
  const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://127.0.0.1:4318'
  for (const [variable, value] of [
    ['OTEL_TRACES_EXPORTER', 'zipkin'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'http/json'],
    ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'notaurl'],
    ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'http://collector:99999999'],
  ] as const) {
    await t.rejects(startTracing({ OTEL_EXPORTER_OTLP_ENDPOINT, [variable]: value }, false), {
      name: 'ConfigError',
      message: new RegExp(`^${variable} must be`),
    })
  }
})
