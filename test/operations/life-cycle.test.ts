import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, createServer, get as httpGet, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { reviewedData, writeData } from '../data-folder.ts'
import type { LogLine } from '../log-lines.ts'
import { runToItsEnd, startService } from '../run-service.ts'

/** Starts the process on data of its own. The log is what it writes after it is ready. */
async function start(t: Test, environment: NodeJS.ProcessEnv = {}, args: readonly string[] = []) {
  const { dataDir, databasePath } = writeData(t, reviewedData())
  const place = { DATA_DIR: dataDir, DATABASE_PATH: databasePath }
  const { child, address } = await startService(t, { ...place, ...environment }, { args })
  const log = text(child.stdout as NodeJS.ReadableStream).then((all) =>
    all
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as LogLine),
  )
  return { child, address, log, folder: join(dataDir, '..') }
}

const ended = async (child: ChildProcess) => (await once(child, 'exit')) as [number | null, string | null]
const get = (address: string, path: string) => fetch(`${address}${path}`, { headers: { connection: 'close' } })

t.test('told to stop, it is no longer ready, answers for a while, and exits 0', async (t) => {
  const drain = 1500
  const { child, address, log } = await start(t, { DRAIN_MS: `${drain}` })
  const exit = ended(child)
  const told = performance.now()
  child.kill('SIGTERM')
  while ((await get(address, '/readyz')).status !== 503) await wait(10)
  const answer = await get(address, '/v1/lists')
  t.equal(answer.status, 200)
  t.strictSame(await exit, [0, null])
  t.ok(performance.now() - told >= drain, 'load balancers had time to notice')
  const lines = await log
  t.match(
    lines.find(({ msg }) => msg === 'stopping'),
    { signal: 'SIGTERM', drainMs: drain },
  )
  t.equal(lines.at(-1)?.msg, 'stopped', 'the last line was written too')
})

t.test('a request that is on its way in is answered before the process ends', async (t) => {
  const { child, address } = await start(t)
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  t.teardown(() => socket.destroy())
  await once(socket, 'connect')
  socket.write('GET /v1/lists HTTP/1.1\r\nHost: x\r\n')
  await get(address, '/livez')
  const exit = ended(child)
  child.kill('SIGINT')
  while (
    await get(address, '/livez')
      .then(() => true)
      .catch(() => false)
  )
    await wait(10)
  socket.write('\r\n')
  const answer = await text(socket)
  t.match(answer, /^HTTP\/1\.1 200 OK\r\n/)
  t.match(answer, /^connection: close\r$/im)
  t.strictSame(await exit, [0, null])
})

t.test('connections that say nothing, or take nothing, do not keep it from ending', async (t) => {
  const long = '600000'
  const timeouts = { CONNECTION_TIMEOUT_MS: long, HEADERS_TIMEOUT_MS: long, REQUEST_TIMEOUT_MS: long }
  const { child, address, log } = await start(t, timeouts)
  const { hostname, port } = new URL(address)
  const open = () => {
    const socket = connect(Number(port), hostname).on('error', () => {})
    t.teardown(() => socket.destroy())
    return socket
  }
  await once(open(), 'connect')
  open().write('GET /v1/lists HTTP/1.1\r\nHost: x\r\n')
  // More than fits into what the system holds for a reader who does not read.
  open().pause().write('GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(200))
  await get(address, '/livez')
  const exit = ended(child)
  child.kill('SIGTERM')
  t.strictSame(await exit, [0, null])
  t.equal((await log).at(-1)?.msg, 'stopped')
})

/** Has the process fail at SIGUSR2. */
const failing = (fault: string) => [
  '--import',
  `data:text/javascript,${encodeURIComponent(`process.on('SIGUSR2', () => { ${fault} })`)}`,
]

t.test('nobody who reads its log keeps it from ending', async (t) => {
  const readers = ['gone', 'stands still', 'takes some and then stands still'] as const
  for (const reader of readers) {
    for (const [signal, code] of [
      ['SIGTERM', 0],
      ['SIGUSR2', 1],
    ] as const) {
      const { dataDir, databasePath } = writeData(t, reviewedData())
      const args = failing('throw new Error("fault")')
      const { child, address } = await startService(t, { DATA_DIR: dataDir, DATABASE_PATH: databasePath }, { args })
      const log = child.stdout as Readable
      if (reader === 'gone') log.destroy()
      else {
        log.removeAllListeners()
        // Node reads on where the last listener goes and the pause comes in the same turn.
        await wait(0)
        log.pause()
        for (let asked = 0; asked < 1000; asked += 1) await get(address, '/v1/lists')
      }
      const exit = ended(child)
      child.kill(signal)
      if (reader.startsWith('takes')) {
        await wait(300)
        log.read(20_480)
      }
      t.strictSame(await exit, [code, null], `${reader}, ${signal}`)
    }
  }
})

t.test('a second signal ends it at once', async (t) => {
  const { child, address } = await start(t, { DRAIN_MS: '600000' })
  const exit = ended(child)
  child.kill('SIGTERM')
  while ((await get(address, '/readyz')).status !== 503) await wait(10)
  child.kill('SIGINT')
  t.strictSame(await exit, [130, null])
})

t.test('a collector that does not take the last traces keeps no process from ending in order', async (t) => {
  const collectors = {
    refuses: (_request: unknown, response: ServerResponse) => response.writeHead(404).end(),
    'stands still': () => {},
  }
  for (const [name, answer] of Object.entries(collectors)) {
    const server = createServer(answer).listen(0, '127.0.0.1')
    t.teardown(() => server.closeAllConnections())
    t.teardown(() => server.close())
    await once(server, 'listening')
    const OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { child, address, log } = await start(t, { OTEL_EXPORTER_OTLP_ENDPOINT })
    await get(address, '/v1/lists')
    const exit = ended(child)
    child.kill('SIGTERM')
    t.strictSame(await exit, [0, null], name)
    const lines = await log
    t.match(lines.at(-2), { level: 40, msg: 'the last traces are lost' })
    t.equal(lines.at(-1)?.msg, 'stopped')
  }
})

t.test('the first process of a container ends also when it is told to stop while it starts', async (t) => {
  const { dataDir, databasePath } = writeData(t, reviewedData())
  const environment = { DATA_DIR: dataDir, DATABASE_PATH: databasePath }
  const first = (told: string) => [
    '--import',
    `data:text/javascript,${encodeURIComponent(`
      const { pid } = process
      Object.defineProperty(process, 'pid', { value: 1 })
      process.on('newListener', (signal, { name }) => { if (name === 'leave') ${told} })`)}`,
  ]
  for (const [signal, code] of [
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const) {
    const args = first(`setImmediate(() => process.kill(pid, '${signal}'))`)
    t.match(await runToItsEnd(t, environment, { args }), { code, stdout: '', stderr: '' })
  }
  const { child } = await startService(t, environment, { args: first('0') })
  const exit = ended(child)
  child.kill('SIGTERM')
  t.strictSame(await exit, [0, null], 'once it serves, it stops in order')
})

t.test('a fault that nobody caught is logged after all that came before, and ends it with 1', async (t) => {
  const faults = { rejection: 'Promise.reject(new Error("fault"))', exception: 'throw new Error("fault")' }
  for (const [name, fault] of Object.entries(faults)) {
    await t.test(name, async (t) => {
      const { child, address, log } = await start(t, {}, failing(fault))
      const exit = ended(child)
      const asked = 500
      await Promise.all(Array.from({ length: asked }, () => get(address, '/v1/lists').then((answer) => answer.text())))
      child.kill('SIGUSR2')
      t.strictSame(await exit, [1, null])
      const lines = await log
      t.equal(lines.filter(({ msg }) => msg === 'request').length, asked)
      t.match(lines.at(-1), { level: 60, msg: 'unforeseen failure', err: { message: 'fault' } })
    })
  }
})

t.test('eight clients that never stop lose no request until nobody listens any more', async (t) => {
  const { child, address } = await start(t, { DRAIN_MS: '500' })
  const told: (string | undefined)[] = []
  const neverStop = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const ask = () =>
      new Promise<string | undefined>((resolve) => {
        httpGet(`${address}/v1/lists`, { agent }, (answer) => {
          answer.resume().on('error', ({ code }: NodeJS.ErrnoException) => resolve(code))
          answer.on('end', () => resolve(`${answer.statusCode} ${answer.headers.connection}`))
        }).on('error', ({ code }: NodeJS.ErrnoException) => resolve(code))
      })
    for (;;) {
      const said = await ask()
      told.push(said)
      if (said === 'ECONNREFUSED') break
    }
    agent.destroy()
  }
  const clients = Promise.all(Array.from({ length: 8 }, neverStop))
  const exit = ended(child)
  while (told.length < 100) await wait(5)
  child.kill('SIGTERM')
  await clients
  t.strictSame(await exit, [0, null])
  t.strictSame([...new Set(told)].sort(), ['200 close', '200 keep-alive', 'ECONNREFUSED'])
  t.equal(told.filter((one) => one === '200 close').length, 8, 'one last answer over each connection')
})
