import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import t, { type Test } from 'tap'
import type { Measured } from '../../src/operations/metrics.ts'
import { serveMetrics } from '../../src/operations/metrics-server.ts'
import { Traffic } from '../../src/operations/traffic.ts'
import { loadSnapshot } from '../build-service.ts'

async function serve(t: Test, change: Partial<Measured> = {}, metricsPort: number | null = 0) {
  const snapshot = await loadSnapshot(t)
  const load = () => ({ state: 'failed', started: '2026-11-22T04:00:00.000Z', finished: null, error: 'wrong' }) as const
  const traffic = new Traffic()
  const measured = { traffic, snapshot: () => snapshot, load, stopping: () => true, ...change }
  const port = await serveMetrics(measured, { host: '127.0.0.1', metricsPort })
  const get = async (path = '/metrics', method = 'GET') => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { connection: 'close' } })
    return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() }
  }
  return { traffic, snapshot, get, port }
}

t.test('Prometheus reads what was asked, what was answered, and from which data', async (t) => {
  const { traffic, snapshot, get } = await serve(t)
  traffic.requests.of('GET\n/v1/lists\n200').total += 1
  traffic.requests.of('GET\n/v1/lists\n200').total += 1
  traffic.answers.of('certificate\nprohibited\nexact').total += 1
  traffic.callers.of('政务平台').total += 1
  traffic.faults += 2
  traffic.lostSpans += 4
  traffic.lostDecisions += 5
  traffic.took(0.002)
  traffic.took(3)
  await get()
  const { status, type, text } = await get()
  t.equal(status, 200)
  t.match(type, 'text/plain; version=0.0.4')
  const lines = [
    'qingdan_requests_total{method="GET",route="/v1/lists",status="200"} 2',
    'qingdan_answers_total{kind="certificate",outcome="prohibited",method="exact"} 1',
    'qingdan_faults_total 2',
    'qingdan_connections_refused_total 0',
    'qingdan_spans_lost_total 4',
    'qingdan_decisions_lost_total 5',
    'qingdan_caller_requests_total{caller="政务平台"} 1',
    '# TYPE qingdan_request_duration_seconds histogram',
    'qingdan_request_duration_seconds_bucket{le="0.001"} 0',
    'qingdan_request_duration_seconds_bucket{le="0.0025"} 1',
    'qingdan_request_duration_seconds_bucket{le="1"} 1',
    'qingdan_request_duration_seconds_bucket{le="+Inf"} 2',
    'qingdan_request_duration_seconds_sum 3.002',
    'qingdan_request_duration_seconds_count 2',
    `qingdan_dataset_info{version="${snapshot.version}"} 1`,
    `qingdan_dataset_built_timestamp_seconds ${Date.parse(snapshot.builtAt) / 1000}`,
    `qingdan_load_timestamp_seconds ${Date.parse('2026-11-22T04:00:00Z') / 1000}`,
    'qingdan_load_state{state="current"} 0',
    'qingdan_load_state{state="failed"} 1',
    'qingdan_list_items{list="annex-3",completeness="complete"} 20',
    'qingdan_list_items{list="annex-4",completeness="absent"} 0',
    'qingdan_lists_not_supplied 3',
    'qingdan_stopping 1',
  ]
  for (const line of lines) t.ok(text.split('\n').includes(line), line)
  t.match(text, /^qingdan_dataset_age_seconds \d/m)
  t.match(text, /^nodejs_eventloop_lag_p99_seconds /m)
})

t.test('nothing else is served there', async (t) => {
  const { get } = await serve(t)
  for (const [path, method] of [['/'], ['/v1/lists'], ['/metrics', 'POST']]) {
    t.equal((await get(path, method)).status, 404)
  }
})

t.test('metrics that cannot be put together are an answer, not the end of the process', async (t) => {
  const { get } = await serve(t, {
    stopping: () => {
      throw new Error('broken')
    },
  })
  t.match(await get(), { status: 500, text: 'broken\n' })
})

t.test('without METRICS_PORT there are none, and a taken port is told by that name', async (t) => {
  const { port } = await serve(t)
  t.equal(await serveMetrics({} as Measured, { host: '127.0.0.1', metricsPort: null }), null)
  await t.rejects(serve(t, {}, port), { code: 'EADDRINUSE', variable: 'METRICS_PORT' })
})

t.test('who opens many connections to the metrics takes no more files than a few', async (t) => {
  const { port, traffic, get } = await serve(t)
  const sockets = Array.from({ length: 25 }, () => connect(port as number, '127.0.0.1').on('error', () => {}))
  while (traffic.refusedConnections < 5) await wait(5)
  t.equal(traffic.refusedConnections, 5)
  for (const socket of sockets) socket.destroy()
  for (;;) {
    const answer = await get().catch(() => null)
    if (answer?.status === 200) break
    await wait(5)
  }
})
