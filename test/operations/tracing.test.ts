import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { readConfig } from '../../src/config/config.ts'
import { startTracing } from '../../src/operations/tracing.ts'
import { Traffic } from '../../src/operations/traffic.ts'
import { build } from '../build-service.ts'
import { logLines } from '../log-lines.ts'

const trace = '0af7651916cd43dd8448eb211c80319c'

/** Starts tracing as an environment says. */
function start(environment: NodeJS.ProcessEnv, logNames = false) {
  const traffic = new Traffic()
  const { logger, lines } = logLines()
  const started = startTracing({ environment, logNames, counted: traffic, logger })
  return { started, traffic, lines }
}

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

/** The parts of OpenTelemetry read the variables of the process themselves. */
function setVariables(t: Test, variables: Record<string, string>): void {
  Object.assign(process.env, variables)
  t.teardown(() => {
    for (const name of Object.keys(variables)) delete process.env[name]
  })
}

async function traced(t: Test, logNames: boolean) {
  const { received, endpoint } = await collector(t)
  setVariables(t, {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=test-of-tracing',
  })
  const tracing = await start(process.env, logNames).started
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

t.test('while a collector is away nothing is made for it, and each request counts as a span lost', async (t) => {
  // Its answer is a refusal that is not tried again.
  const server = createServer(
    (request, response) => void request.resume().on('end', () => response.writeHead(400).end()),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  setVariables(t, { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_BSP_SCHEDULE_DELAY: '1' })
  const { started, traffic, lines } = start(process.env)
  const tracing = await started
  if (!tracing) throw new Error('tracing was not started')
  const { app } = await build(t, { parts: { tracing } })
  await app.inject({ url: '/v1/lists' })
  while (lines.length === 0) await wait(5)
  t.match(lines, [{ level: 40, msg: 'the collector takes no traces', err: { code: 400 } }])
  t.equal(traffic.lostSpans, 1)
  await app.inject({ url: '/v1/lists' })
  t.equal(traffic.lostSpans, 2)
  const ahead = { id: 'f'.repeat(32), method: 'GET', route: '/v1/boards/:name/status', status: 200, headers: {} }
  tracing.answeredAhead({ ...ahead, address: '/v1/boards/a/status' })
  t.equal(traffic.lostSpans, 3)
  await tracing.close()
  t.equal(lines.length, 1, 'told once')
})

t.test('of the spans that wait for a collector that never answers, those too many are lost and counted', async (t) => {
  const server = createServer(() => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  setVariables(t, {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_TIMEOUT: '300',
    OTEL_BSP_MAX_QUEUE_SIZE: '2',
  })
  const { started, traffic, lines } = start(process.env)
  const tracing = await started
  if (!tracing) throw new Error('tracing was not started')
  const ahead = { id: 'f'.repeat(32), method: 'GET', route: '/v1/boards/:name/status', status: 200, headers: {} }
  // Two are on their way, two wait.
  for (let at = 0; at < 9; at += 1) tracing.answeredAhead({ ...ahead, address: '/v1/boards/a/status' })
  t.equal(traffic.lostSpans, 5)
  while (traffic.lostSpans < 9) await wait(5)
  t.match(lines, [{ level: 40, msg: 'the collector takes no traces', err: { message: 'Request timed out' } }])
  await tracing.close()
  t.equal(lines.length, 1)
  server.closeAllConnections()
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
    t.equal(await start(environment).started, undefined)
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
    await t.rejects(start({ OTEL_EXPORTER_OTLP_ENDPOINT, [variable]: value }).started, {
      name: 'ConfigError',
      message: new RegExp(`^${variable} must be`),
    })
  }
})
