import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { boundConnections, mostConnections, openFileLimit } from '../../src/operations/connections.ts'
import { logLines } from '../log-lines.ts'

t.test('connections leave files for everything else', async (t) => {
  t.equal(mostConnections(null, 256), 192)
  t.equal(mostConnections(null, 1024), 768)
  t.equal(mostConnections(null, 64), 1, 'one is always served')
  t.equal(mostConnections(null, Number.POSITIVE_INFINITY), 4096)
  t.equal(mostConnections(100, 1024), 100)
  t.equal(mostConnections(1000, 1024), 768, 'a setting makes no files')
  t.equal(mostConnections(50_000, Number.POSITIVE_INFINITY), 50_000)
})

t.test('the system says how many files may be open, or sets no bound', async (t) => {
  t.ok(openFileLimit() > 100)
  const { getReport } = process.report
  t.teardown(() => {
    process.report.getReport = getReport
  })
  for (const report of [{}, { userLimits: { open_files: { soft: 'unlimited' } } }]) {
    process.report.getReport = () => report
    t.equal(openFileLimit(), Number.POSITIVE_INFINITY)
  }
})

t.test('a connection beyond the bound is closed at once and counted, and told of now and then', async (t) => {
  const { logger, lines } = logLines()
  const counted = { refusedConnections: 0 }
  const server = createServer((socket) =>
    socket
      .on('error', () => {})
      .resume()
      .write('served'),
  ).listen(0, '127.0.0.1')
  t.teardown(() => server.close())
  boundConnections(server, 1, counted, logger)
  await once(server, 'listening')
  const open = () => connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => {})
  const first = open()
  t.equal(`${(await once(first, 'data'))[0]}`, 'served')
  for (const _ of [1, 2]) await new Promise((resolve) => open().resume().on('close', resolve))
  t.equal(counted.refusedConnections, 2)
  t.match(lines, [{ level: 40, most: 1, refused: 1, msg: 'connections are refused' }])
  t.equal(lines.length, 1)
  first.destroy()
  while ((await new Promise((resolve) => server.getConnections((_error, count) => resolve(count)))) !== 0) await wait(5)
  const next = open()
  t.equal(`${(await once(next, 'data'))[0]}`, 'served', 'with room again, the next is served')
  next.destroy()
})

t.test('a connection that cannot be taken for want of files is one that is refused', async (t) => {
  const { logger, lines } = logLines()
  const counted = { refusedConnections: 0 }
  const server = createServer()
  boundConnections(server, 1, counted, logger)
  server.emit('error', Object.assign(new Error('accept EMFILE'), { code: 'EMFILE' }))
  t.equal(counted.refusedConnections, 1)
  t.match(lines, [{ level: 40, err: { code: 'EMFILE' } }])
})
