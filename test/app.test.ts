import { EventEmitter, once } from 'node:events'
import { type AddressInfo, createConnection } from 'node:net'
import { Readable } from 'node:stream'
import t from 'tap'
import { buildApp } from '../src/app.ts'
import { Traffic } from '../src/operations/traffic.ts'
import { build, loadSnapshot } from './build-service.ts'
import { logLines } from './log-lines.ts'

t.test('a request is logged in one line, by its route and not by what was asked', async (t) => {
  const { lines, logger } = logLines()
  const { app } = await build(t, { logger })
  await app.inject(`/v1/certificates/${encodeURIComponent('张三的死亡证明')}/status?on=2026-01-01`)
  await app.inject('/v1/lists?colour=red')
  await app.inject('/nowhere/%E5%BC%A0%E4%B8%89')
  await app.inject('/v1/lists/%FF')
  t.match(
    lines.map(({ msg, method, route, status }) => ({ msg, method, route, status })),
    [
      { msg: 'request', method: 'GET', route: '/v1/certificates/:name/status', status: 200 },
      { msg: 'request', method: 'GET', route: '/v1/lists', status: 400 },
      { msg: 'request', method: 'GET', route: null, status: 404 },
    ],
  )
  t.notMatch(JSON.stringify(lines), /张三|%E5%BC%A0|colour/)
})

t.test('a failure inside is logged with its cause', async (t) => {
  const { lines, logger } = logLines()
  const snapshot = await loadSnapshot(t)
  const app = await buildApp({ snapshot: () => snapshot, logger })
  t.teardown(() => app.close())
  app.get('/fail', () => {
    throw new Error('the disk is on fire')
  })
  t.equal((await app.inject('/fail')).statusCode, 500)
  t.ok(lines.some(({ msg, err }) => msg === 'request failed' && /on fire/.test(JSON.stringify(err))))
})

t.test('a response that breaks off is logged as failed', async (t) => {
  const { lines, logger } = logLines()
  const snapshot = await loadSnapshot(t)
  const app = await buildApp({ snapshot: () => snapshot, logger })
  t.teardown(() => app.close())
  app.get('/break', (_request, reply) => {
    setImmediate(() => reply.raw.emit('error', new Error('broken pipe')))
    return reply.hijack()
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const socket = createConnection({ port, host: '127.0.0.1' }, () =>
    socket.write('GET /break HTTP/1.1\r\nHost: a\r\n\r\n'),
  )
  while (!lines.some(({ msg }) => msg === 'request failed')) await new Promise((resolve) => setTimeout(resolve, 5))
  socket.destroy()
  t.ok(lines.some(({ err }) => /broken pipe/.test(JSON.stringify(err))))
})

t.test('an answer that breaks off midway is one line and one count like any other', async (t) => {
  const { lines, logger } = logLines()
  const snapshot = await loadSnapshot(t)
  const traffic = new Traffic()
  const app = await buildApp({ snapshot: () => snapshot, logger, traffic })
  t.teardown(() => app.close())
  const endless = () => new Readable({ read: () => {} })
  app.get('/left', (_request, reply) => {
    const payload = endless()
    payload.push('a part')
    return reply.send(payload)
  })
  app.get('/failed', (_request, reply) => {
    const payload = endless()
    payload.push('a part')
    setTimeout(() => payload.destroy(new Error('the disk is full')), 20)
    return reply.send(payload)
  })
  const asked = new EventEmitter()
  app.get('/waited-for', async (_request, reply) => {
    asked.emit('asked')
    await once(reply.raw, 'close')
    return 'too late'
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  for (const path of ['/waited-for', '/left', '/failed']) {
    const socket = createConnection({ port, host: '127.0.0.1' })
    const reached = path === '/waited-for' ? once(asked, 'asked') : once(socket, 'data')
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`)
    await reached
    if (path !== '/failed') socket.destroy()
    while (!lines.some(({ route }) => route === path)) await new Promise((resolve) => setTimeout(resolve, 5))
    socket.destroy()
  }
  const id = /^[0-9a-f]{32}$/
  t.match(lines.slice(-3), [
    { level: 30, msg: 'request', route: '/waited-for', status: 499, id },
    { level: 30, msg: 'request', route: '/left', status: 499, id },
    { level: 50, msg: 'request failed', route: '/failed', id, err: { message: 'the disk is full' } },
  ])
  t.same(
    [...traffic.requests],
    [
      [['GET', '/waited-for', '499'], 1],
      [['GET', '/left', '499'], 1],
      [['GET', '/failed', '200'], 1],
    ],
  )
  t.equal(traffic.faults, 1, 'a caller who hangs up is no fault')
})

t.test(
  'a request behind another on its connection is one line too when the caller hangs up, also one that nobody can read',
  async (t) => {
    const { lines, logger } = logLines()
    const traffic = new Traffic()
    const { app } = await build(t, { logger, parts: { traffic } })
    const asked = new EventEmitter()
    app.get('/waits', async (_request, reply) => {
      asked.emit('asked')
      await once(reply.raw, 'close')
    })
    await app.listen({ port: 0, host: '127.0.0.1' })
    const socket = createConnection({ port: (app.server.address() as AddressInfo).port, host: '127.0.0.1' })
    const addresses = ['/waits', '/v1/lists', '/nowhere', '/v1/tasks/%E5/status']
    const requests = addresses.map((address) => `GET ${address} HTTP/1.1\r\nHost: a\r\n\r\n`)
    const [first = '', ...others] = requests
    const waits = once(asked, 'asked')
    socket.write(first)
    await waits
    let behind = 0
    const all = new Promise<void>((resolve) => {
      app.server.on('request', () => {
        behind += 1
        if (behind === others.length) setImmediate(resolve)
      })
    })
    socket.write(others.join(''))
    await all
    socket.destroy()
    const told = () => lines.filter(({ msg }) => msg === 'request')
    while (told().length < addresses.length) await new Promise((resolve) => setTimeout(resolve, 5))
    t.same(
      told().map(({ route, status }) => [route, status]),
      [
        ['/waits', 499],
        ['/v1/lists', 499],
        [null, 499],
        [null, 499],
      ],
    )
  },
)

t.test('what still reaches the service while it closes is answered', async (t) => {
  const snapshot = await loadSnapshot(t)
  const app = await buildApp({ snapshot: () => snapshot })
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  app.get('/slow', async () => {
    await held
    return 'slow'
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const socket = createConnection({ port, host: '127.0.0.1' })
  await once(socket, 'connect')
  let answer = ''
  socket.setEncoding('utf8').on('data', (part) => {
    answer += part
  })
  const arrived = new Promise((resolve) => app.server.once('request', resolve))
  socket.write('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n')
  await arrived
  const closed = app.close()
  const second = new Promise((resolve) => app.server.once('request', resolve))
  socket.write('GET /v1/dataset HTTP/1.1\r\nHost: a\r\n\r\n')
  await second
  release()
  await once(socket, 'end')
  await closed
  t.match(answer, /^HTTP\/1\.1 200 OK\r\n/)
  t.notMatch(answer, /HTTP\/1\.1 503/)
})

t.test('the probes answer', async (t) => {
  const { app } = await build(t)
  t.strictSame((await app.inject('/livez')).json(), { status: 'live' })
  t.strictSame((await app.inject('/readyz')).json(), { status: 'ready' })
})

t.test('the interface is described and shown without asking anybody else', async (t) => {
  const { app } = await build(t)
  const response = await app.inject('/openapi.json')
  t.match(response.headers['content-type'], /^application\/json/)
  t.match(response.json(), { openapi: '3.1.0' })
  t.match(await app.inject('/docs/none'), {
    statusCode: 404,
    headers: { 'content-type': /^application\/problem\+json/ },
  })
  const page = await app.inject({ url: '/docs/', headers: { accept: 'text/html' } })
  t.equal(page.statusCode, 200)
  for (const [, address] of page.payload.matchAll(/(?:src|href)="([^"]+)"/g)) t.notMatch(address, /^(https?:)?\/\//)
  t.match(page.headers['content-security-policy'], /default-src 'self'/)
})

t.test('the application describes itself with every operation named', async (t) => {
  const snapshot = await loadSnapshot(t)
  const app = await buildApp({ snapshot: () => snapshot, describe: true })
  t.teardown(() => app.close())
  await app.ready()
  const { paths = {} } = app.swagger() as { paths?: Record<string, Record<string, { operationId?: string }>> }
  const ids = Object.values(paths).flatMap((operations) => Object.values(operations).map((one) => one.operationId))
  t.ok(ids.length >= 16)
  t.notOk(ids.includes(undefined))
  t.equal(new Set(ids).size, ids.length)
})
