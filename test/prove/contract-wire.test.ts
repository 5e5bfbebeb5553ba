import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import { build } from '../build-service.ts'
import { askInside } from './ask-inside.ts'
import { breaches, problemBreaches, type Received } from './breaches.ts'
import { budget, seed } from './budget.ts'
import { operations } from './documented.ts'
import { statusBreaches } from './due-answers.ts'
import { requestsTo, type Sent } from './generated-requests.ts'
import { seenBy } from './seen-by.ts'
import { judge } from './verdict.ts'
import { wordsOf } from './words.ts'

async function listening(t: Test) {
  const { app, snapshot } = await build(t)
  await app.listen({ port: 0, host: '127.0.0.1' })
  // Who writes bytes here closes that side at once, lest a request cut short be waited for; Node would give up a whole one as well.
  Object.assign(app.server, { httpAllowHalfOpen: true })
  return { snapshot, workedOut: askInside(app), port: (app.server.address() as { port: number }).port }
}

/** Sends a request over a connection that the next one uses as well, so that what one leaves behind would be seen by another. */
function client(t: Test, port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  t.teardown(() => agent.destroy())
  return ({ method, target, headers, body }: Sent) =>
    new Promise<Received>((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(body.length) }
      const options = { agent, port, host: '127.0.0.1', method, path: target, headers: { ...headers, ...length } }
      request(options, async (response) => {
        const received = { statusCode: response.statusCode ?? 0, headers: response.headers as Received['headers'] }
        resolve({ ...received, body: await buffer(response) })
      })
        .on('error', reject)
        .end(body)
    })
}

/**
 * Whether a request arrives whole before it can be refused: a large body may still be on its way then, and headers over 16 KiB never
 * become a request.
 */
function isSmall({ target, headers, body = Buffer.of() }: Sent): boolean {
  return body.length < 16_384 && target.length + JSON.stringify(headers).length < 15_000
}

/** What two answers to the same question have in common: all but the id, the time and what is said of the connection. */
const lasting = ({ statusCode, headers, body }: Received) => {
  const { 'x-request-id': _, date: __, connection: ___, 'keep-alive': ____, ...others } = headers
  return { statusCode, headers: others, body: body.toString() }
}

/** Requests that are no other in one thing: a part of the query is left out, or the language is another. */
function* kinOf(sent: Sent): Generator<Sent> {
  const [path = '', query = ''] = sent.target.split(/\?(.*)/s)
  const parts = query.split('&')
  for (const at of parts.keys()) {
    const rest = parts.toSpliced(at, 1)
    yield { ...sent, target: rest.length > 0 ? `${path}?${rest.join('&')}` : path }
  }
  for (const language of ['zh', 'en']) yield { ...sent, headers: { ...sent.headers, 'accept-language': language } }
}

t.test('requests through a real connection are answered as the document says, kept or worked out', async (t) => {
  t.comment(`seed ${seed}`)
  const { snapshot, port, workedOut } = await listening(t)
  const ask = client(t, port)
  let compared = 0
  /** Answers are kept by what was asked: each of several like requests is asked twice, and answered as if it were asked alone. */
  async function keepingBreaches(sent: Sent): Promise<string[]> {
    const found: string[] = []
    const like = [...kinOf(sent), sent].filter(({ target }) => seenBy(target) === target)
    for (const one of [...like, ...like]) {
      compared += 1
      if (!isDeepStrictEqual(lasting(await ask(one)), lasting(await workedOut(one))))
        found.push(`another answer than without what is kept: ${one.target} ${one.headers['accept-language'] ?? ''}`)
    }
    return found
  }
  const any = operations.map((operation) =>
    requestsTo(operation, wordsOf(snapshot, operation))
      .filter(isSmall)
      .map((sent) => [operation.operationId, sent] as const),
  )
  const seen = new Set<number>()
  const property = fc.asyncProperty(fc.oneof(...any), async ([id, sent]) => {
    const verdict = judge(sent, sent.target)
    const received = await ask(sent)
    seen.add(received.statusCode)
    const operation = verdict.operation ?? operations.find((one) => one.operationId === id)
    const found = breaches(operation, sent.method, received)
    found.push(...statusBreaches(snapshot, sent, verdict, received))
    // A probe tells the time, and a workbook may.
    if (sent.target.startsWith('/v1/') && sent.method === 'GET' && sent.body === undefined)
      found.push(...(await keepingBreaches(sent)))
    if (received.statusCode === 200 && received.headers.etag !== undefined) {
      const known = await ask({ ...sent, headers: { ...sent.headers, 'if-none-match': String(received.headers.etag) } })
      if (known.statusCode !== 304) found.push(`${known.statusCode} for a tag that was just given`)
      found.push(...breaches(operation, sent.method, known))
    }
    if (found.length > 0) throw new Error(found.join('\n'))
  })
  await fc.assert(property, { seed, numRuns: budget(200, 20_000) })
  t.ok(
    [200, 304, 400, 404, 405].every((status) => seen.has(status)),
    `met ${[...seen].sort()}`,
  )
  t.ok(compared > budget(200, 20_000), `${compared} answers were held against those worked out anew`)
})

/** Everything that comes back for some bytes until the connection is closed. */
async function exchange(port: number, bytes: Buffer): Promise<Buffer> {
  const socket = connect(port, '127.0.0.1')
  socket.end(bytes)
  return buffer(socket)
}

/** The first answer that is not an interim one. */
function parsed(bytes: Buffer): Received | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const statusCode = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1])
  const rest = bytes.subarray(end + 4)
  if (statusCode < 200) return parsed(rest)
  const headers = Object.fromEntries(lines.map((line) => [line.split(': ')[0]?.toLowerCase(), line.split(/: (.*)/)[1]]))
  return { statusCode, headers, body: rest.subarray(0, Number(headers['content-length'] ?? rest.length)) }
}

/** A request for a head alone; empty lines before a request are passed over (RFC 9112, 2.2). */
const head = /^[\r\n]*HEAD /

/** A damaged path may lead out of the API: whoever reads pages is refused with one there. */
const toPage = /^[\r\n]*\S+ (?!\/v1\/)[\s\S]*\r\naccept:[^\r]*text\/html/i

/** What is wrong with what came back for bytes that may be no request at all. */
function rawBreaches(sent: Buffer, bytes: Buffer): string[] {
  const received = parsed(bytes)
  const text = sent.toString('latin1')
  if (!received) return /^\s*$/.test(text) ? [] : [`no answer: ${JSON.stringify(bytes.toString())}`]
  const { statusCode, headers, body } = received
  if (statusCode >= 500 || !(statusCode >= 200)) return [`${statusCode}: ${body}`]
  if (statusCode < 400 || head.test(text)) return []
  if (headers['content-type'] === 'text/html; charset=utf-8' && toPage.test(text))
    return /^<!doctype html>[\s\S]*<\/html>\s*$/.test(body.toString()) ? [] : [`a page that is none: ${body}`]
  return problemBreaches(received)
}

t.test('bytes that are no request, or two in one, are refused with problem details', async (t) => {
  const { port } = await listening(t)
  const end = '\r\nHost: a\r\nConnection: close\r\n\r\n'
  const post = (fields: string, body = '') =>
    `POST /v1/check HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${fields}\r\nConnection: close\r\n\r\n${body}`
  const wrong: Readonly<Record<string, readonly [bytes: string, status: number]>> = {
    'Chinese as it is, in UTF-8': [
      `GET /v1/certificates/${Buffer.from('婚').toString('latin1')}/status HTTP/1.1${end}`,
      400,
    ],
    'Chinese as it is, in GBK': [`GET /v1/check?kind=certificate&name=\xbb\xe9 HTTP/1.1${end}`, 400],
    'GBK behind a number sign': [`GET /v1/check#kind=certificate&name=%BB%E9 HTTP/1.1${end}`, 400],
    'NUL in an address': [`GET /v1/lists/a\0b HTTP/1.1${end}`, 400],
    'a space in an address': [`GET /v1/lists/a b HTTP/1.1${end}`, 400],
    'an address without its slash': [`GET v1/lists HTTP/1.1${end}`, 400],
    'a method in lower case': [`get /v1/lists HTTP/1.1${end}`, 400],
    'a method nobody knows': [`ASK /v1/lists HTTP/1.1${end}`, 400],
    'a version nobody knows': [`GET /v1/lists HTTP/9.9${end}`, 400],
    'the greeting of HTTP/2': ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    'a control character in a header': [`GET /v1/lists HTTP/1.1\r\nIf-None-Match: \x01${end}`, 400],
    'headers over their limit': [`GET /v1/lists HTTP/1.1\r\nX: ${'x'.repeat(20_000)}${end}`, 431],
    'an address over the limit of headers': [`GET /${'x'.repeat(20_000)} HTTP/1.1${end}`, 431],
    'a negative length': [post('Content-Length: -1'), 400],
    'two lengths': [post('Content-Length: 2\r\nContent-Length: 3', '{}'), 400],
    'a length and chunks': [post('Content-Length: 3\r\nTransfer-Encoding: chunked', '0\r\n\r\n'), 400],
    'a chunk without a size': [post('Transfer-Encoding: chunked', 'zz\r\n\r\n'), 400],
    'a coding that does not end in chunks': [post('Transfer-Encoding: gzip'), 400],
    'a body that ends too early': [post('Content-Length: 99', '{"questions":'), 400],
    'a body over its limit, announced': [post('Content-Length: 9999999'), 413],
    'no bytes of a body': [post('Content-Length: 0'), 400],
    'no word of a body but its type': [post('X: x'), 400],
  }
  for (const [what, [bytes, status]] of Object.entries(wrong)) {
    const sent = Buffer.from(bytes, 'latin1')
    const received = await exchange(port, sent)
    t.equal(parsed(received)?.statusCode, status, what)
    t.strictSame(rawBreaches(sent, received), [], what)
  }
  const lists = `GET /v1/lists HTTP/1.1${end}`
  t.equal(parsed(await exchange(port, Buffer.from(lists)))?.statusCode, 200, 'a request without fault')
})

/** A request as bytes, written down the way clients do. */
function bytesOf({ method, target, headers, body }: Sent): Buffer {
  const length = body === undefined ? {} : { 'Content-Length': body.length }
  const fields = Object.entries({ Host: 'a', Connection: 'close', ...headers, ...length }).map((one) => one.join(': '))
  return Buffer.concat([
    Buffer.from([`${method} ${target} HTTP/1.1`, ...fields, '', ''].join('\r\n')),
    body ?? Buffer.of(),
  ])
}

type Damage = (bytes: Buffer) => Buffer

const damages: fc.Arbitrary<Damage> = fc
  .record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.integer({ min: 0, max: 255 }),
    kind: fc.constantFrom('change', 'insert', 'remove', 'cut'),
  })
  .map(({ at, byte, kind }) => (bytes) => {
    const place = Math.floor(at * bytes.length)
    if (kind === 'cut') return bytes.subarray(0, place)
    const middle = kind === 'remove' ? Buffer.of() : Buffer.of(byte)
    return Buffer.concat([bytes.subarray(0, place), middle, bytes.subarray(kind === 'insert' ? place : place + 1)])
  })

t.test(
  'requests with damaged bytes are answered or refused, never with a failure and never with silence',
  async (t) => {
    t.comment(`seed ${seed}`)
    const { snapshot, port } = await listening(t)
    const any = operations.map((operation) => requestsTo(operation, wordsOf(snapshot, operation)))
    const whole = fc.oneof(...any).filter(isSmall)
    const damaged = fc
      .tuple(whole, fc.array(damages, { minLength: 1, maxLength: 3 }))
      .map(([sent, several]) => several.reduce((bytes, damage) => damage(bytes), bytesOf(sent)))
    const property = fc.asyncProperty(damaged, async (bytes) => {
      const found = rawBreaches(bytes, await exchange(port, bytes))
      if (found.length > 0) throw new Error(`${found.join('\n')}\n${JSON.stringify(bytes.toString('latin1'))}`)
    })
    await fc.assert(property, { seed, numRuns: budget(200, 20_000) })
    t.pass('each was answered')
  },
)
