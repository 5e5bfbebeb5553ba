import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { reviewedData, writeData } from '../data-folder.ts'
import { runToItsEnd, startService } from '../run-service.ts'

interface Verbose {
  readonly status: string
  readonly checks: { readonly dataset: string; readonly load: string; readonly loadError: string | null }
}

function place(t: Test) {
  const { dataDir, databasePath } = writeData(t, reviewedData())
  return { folder: join(dataDir, '..'), environment: { DATA_DIR: dataDir, DATABASE_PATH: databasePath } }
}

/** Tells it to stop and waits for its end, so that what it did is counted for coverage. */
async function stop(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

/** Asks until the answer has this status; tap's time limit ends a wait in vain. */
async function until(status: number, url: string, headers: Record<string, string> = {}): Promise<Response> {
  for (;;) {
    const response = await fetch(url, { headers: { ...headers, connection: 'close' } })
    if (response.status === status) return response
    await wait(20)
  }
}

t.test('keys are taken up while it runs: on change of the file and on SIGHUP', async (t) => {
  const { folder, environment } = place(t)
  const API_KEYS_FILE = join(folder, 'keys')
  const allow = (key: string) =>
    writeFileSync(API_KEYS_FILE, `${createHash('sha256').update(key).digest('hex')} platform\n`)
  allow('first')
  const { child, address } = await startService(t, { ...environment, API_KEYS_FILE })
  const url = `${address}/v1/lists`
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
  t.equal((await fetch(url)).status, 401)
  t.equal((await fetch(url, { headers: bearer('first') })).status, 200)
  allow('second')
  await until(200, url, bearer('second'))
  t.equal((await fetch(url, { headers: bearer('first') })).status, 401)
  writeFileSync(API_KEYS_FILE, 'not a key')
  child.kill('SIGHUP')
  await wait(100)
  t.equal((await fetch(url, { headers: bearer('second') })).status, 200, 'broken keys change nothing')
  await stop(child)
})

t.test('data that are refused leave the old ones serving, and people are told why', async (t) => {
  const { folder, environment } = place(t)
  const { child, address, dataset } = await startService(t, environment)
  writeFileSync(join(folder, 'data/lists/annex-3.json'), '{}')
  for (;;) {
    const { status, checks } = (await (await until(200, `${address}/readyz?verbose`)).json()) as Verbose
    t.match({ status, dataset: checks.dataset }, { status: 'ready', dataset })
    if (checks.load !== 'failed') continue
    t.match(checks.loadError, /lists\/annex-3\.json/)
    break
  }
  await stop(child)
})

t.test('with a collector it sends traces, the last before it ends', async (t) => {
  const received: Buffer[] = []
  const server = createHttpServer(async (request, response) => {
    received.push(await buffer(request))
    response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const { port } = server.address() as AddressInfo
  const OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${port}`
  const { child, address } = await startService(t, { ...place(t).environment, OTEL_EXPORTER_OTLP_ENDPOINT })
  t.equal((await fetch(`${address}/v1/lists`)).status, 200)
  await stop(child)
  t.ok(Buffer.concat(received).includes('GET /v1/lists'))
})

t.test('a collector that is away costs no answer, and is told when it goes and when it comes back', async (t) => {
  const taken: Buffer[] = []
  let there = false
  const server = createHttpServer(async (request, response) => {
    const spans = await buffer(request)
    if (there) taken.push(spans)
    response.writeHead(there ? 200 : 400).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const log: Record<string, unknown>[] = []
  const told = async (msg: string) => {
    for (;;) {
      const found = log.find((line) => line.msg === msg)
      if (found) return found
      await wait(20)
    }
  }
  const environment = {
    ...place(t).environment,
    METRICS_PORT: '0',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    OTEL_BSP_SCHEDULE_DELAY: '10',
  }
  const { child, address } = await startService(t, environment, { line: (text) => log.push(JSON.parse(text)) })
  const ask = async (path: string) => t.equal((await fetch(`${address}${path}`)).status, 200)
  await ask('/v1/lists')
  await told('the collector takes no traces')
  for (let at = 0; at < 5; at += 1) await ask('/v1/lists')
  const { metricsPort } = await told('ready')
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  t.match(metrics, /^qingdan_spans_lost_total 6$/m)
  there = true
  t.match(await told('the collector takes traces again'), { level: 40, lost: 6 })
  await ask('/v1/documents')
  await stop(child)
  t.ok(Buffer.concat(taken).includes('GET /v1/documents'))
  t.equal(log.filter(({ level }) => level === 40).length, 2)
})

t.test('it does not start open when its keys cannot be read', async (t) => {
  const { folder, environment } = place(t)
  const { code, stderr } = await runToItsEnd(t, { ...environment, API_KEYS_FILE: join(folder, 'keys') })
  t.equal(code, 1)
  t.match(stderr, /^The configuration cannot be used: API_KEYS_FILE cannot be read: ENOENT/)
})

t.test('overloaded, it says so and when to come back, and stays alive for its probes', async (t) => {
  const environment = { ...place(t).environment, MAX_HEAP_MB: '1', METRICS_PORT: '0' }
  const { address, child } = await startService(t, environment)
  const refused = await until(503, `${address}/v1/lists`)
  t.equal(refused.headers.get('retry-after'), '2')
  t.match(await refused.json(), { type: 'urn:qingdan:problem:overloaded' })
  t.equal((await fetch(`${address}/readyz`)).status, 200)
  await stop(child)
})

t.test('a taken port of the metrics is told by its variable', async (t) => {
  const holder = createServer()
  await new Promise<void>((listening) => holder.listen(0, '127.0.0.1', listening))
  t.teardown(() => holder.close())
  const { port } = holder.address() as AddressInfo
  const { code, stderr } = await runToItsEnd(t, { ...place(t).environment, METRICS_PORT: `${port}` })
  t.equal(code, 1)
  t.match(stderr, new RegExp(`^Port ${port} is taken by another process\\. Stop it, or set METRICS_PORT`))
})

/** Has the process open files at SIGUSR2 until no more can be opened, and close them at the next. */
const hoarder = `
  const { closeSync, openSync } = await import('node:fs')
  let open = []
  process.on('SIGUSR2', () => {
    if (open.length > 0) open = open.forEach(closeSync) ?? []
    else try { for (;;) open.push(openSync('/dev/null')) } catch {}
    process.stdout.write(JSON.stringify({ msg: 'hoarded', open: open.length }) + '\\n')
  })`

t.test('with no file handle left it lives, serves who is connected, and recovers', async (t) => {
  let hoarded = () => {}
  const line = (text: string) => {
    if (text.includes('"hoarded"')) hoarded()
  }
  const args = ['--import', `data:text/javascript,${encodeURIComponent(hoarder)}`]
  const environment = { ...place(t).environment, METRICS_PORT: '0', MAX_CONNECTIONS: '50' }
  const { child, address } = await startService(t, environment, { args, line })
  const { hostname, port } = new URL(address)
  const open = () => connect(Number(port), hostname).on('error', () => {})
  const kept = open()
  const ask = async () => {
    kept.write('GET /v1/lists HTTP/1.1\r\nHost: a\r\n\r\n')
    return `${(await once(kept, 'data'))[0]}`
  }
  t.match(await ask(), /^HTTP\/1\.1 200 /)
  const toldOf = new Promise<void>((resolve) => {
    hoarded = resolve
  })
  child.kill('SIGUSR2')
  await toldOf
  const others = Array.from({ length: 60 }, open)
  // What is measured once a second is measured meanwhile.
  await wait(1500)
  t.match(await ask(), /^HTTP\/1\.1 200 /)
  const freed = new Promise<void>((resolve) => {
    hoarded = resolve
  })
  child.kill('SIGUSR2')
  await freed
  for (const one of others) one.destroy()
  await until(200, `${address}/v1/lists`)
  kept.destroy()
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  t.strictSame(await exit, [0, null])
})

t.test('slow senders are cut off when the timeouts say so, and not when Node next looks', async (t) => {
  const environment = { ...place(t).environment, HEADERS_TIMEOUT_MS: '500', REQUEST_TIMEOUT_MS: '1500' }
  const { child, address } = await startService(t, environment)
  const { hostname, port } = new URL(address)
  const send = async (bytes: string) => {
    const socket = connect(Number(port), hostname)
    socket.write(bytes)
    const since = performance.now()
    const answer = `${await buffer(socket)}`
    return { answer, after: performance.now() - since }
  }
  const [headers, body] = await Promise.all([
    send('GET /livez HTTP/1.1\r\nHost: a\r\n'),
    send('POST /v1/check HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{'),
  ])
  for (const { answer } of [headers, body]) t.match(answer, /^HTTP\/1\.1 408 [\s\S]*request-timeout/)
  t.ok(headers.after >= 500 && headers.after < 10_000, `headers: ${headers.after}`)
  t.ok(body.after >= 1500 && body.after < 10_000, `body: ${body.after}`)
  await stop(child)
})
