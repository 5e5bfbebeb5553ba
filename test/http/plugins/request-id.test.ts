import t from 'tap'
import { requestId } from '../../../src/http/plugins/request-id.ts'
import { build } from '../../build-service.ts'
import { logLines } from '../../log-lines.ts'

const trace = '0af7651916cd43dd8448eb211c80319c'
const parent = 'b7ad6b7169203331'

t.test('a valid traceparent gives the request its id', async (t) => {
  t.equal(requestId({ headers: { traceparent: `00-${trace}-${parent}-01` } }), trace)
})

t.test('anything else is ignored: the request gets an id of its own', async (t) => {
  const others = [
    undefined,
    '',
    trace,
    `01-${trace}-${parent}-01`,
    `00-${trace.toUpperCase()}-${parent}-01`,
    `00-${'0'.repeat(32)}-${parent}-01`,
    `00-${trace}-${'0'.repeat(16)}-01`,
    `00-${trace}-${parent}-01-x`,
    `00-${trace}-${parent}-01\n`,
  ]
  const ids = others.map((traceparent) => requestId({ headers: traceparent === undefined ? {} : { traceparent } }))
  for (const id of ids) t.match(id, /^[0-9a-f]{32}$/)
  t.equal(new Set([...ids, trace]).size, others.length + 1)
})

t.test('the caller is told the id that stands in the log', async (t) => {
  const { logger, lines } = logLines()
  const { app } = await build(t, { logger })
  for (const url of ['/v1/lists', '/nothing', '/v1/lists/%ff', `/v1/tasks/${'x'.repeat(1001)}/status`]) {
    const { headers } = await app.inject({ url })
    t.equal(lines.at(-1)?.id, headers['x-request-id'], url)
  }
  const { headers } = await app.inject({ url: '/livez', headers: { traceparent: `00-${trace}-${parent}-01` } })
  t.equal(headers['x-request-id'], trace)
})
