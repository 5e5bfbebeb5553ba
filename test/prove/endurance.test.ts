import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import t from 'tap'
import { type App, buildApp } from '../../src/app.ts'
import { openCatalogue } from '../../src/catalogue/read-snapshot.ts'
import { release } from '../../src/http/answers/release.ts'
import { answerQuestion } from '../../src/rulings/answer-question.ts'
import { build, loadSnapshot, patient } from '../build-service.ts'
import { bundled, imageOptions } from '../bundled.ts'
import { startService } from '../run-service.ts'
import { budget, seed } from './budget.ts'
import { chance } from './chance.ts'
import { leadTo, pets, workplace } from './generations.ts'

t.comment(`PROVE_SEED=${seed}`)

const reloads = budget(4, Number.POSITIVE_INFINITY)
const minutes = budget(1, 10)
const callers = 4
/** How long a generation is asked about after it was taken up and before the next comes, in milliseconds. */
const settledFor = 200

interface Asked {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: string
  readonly payload?: string
}

const get = (path: string, query: Record<string, string> = {}): Asked => {
  const search = new URLSearchParams(query).toString()
  return { method: 'GET', url: search === '' ? path : `${path}?${search}` }
}
const status = (name: string, query = {}) =>
  get(`/v1/certificates/${encodeURIComponent(name)}/status`, { on: '2026-11-22', ...query })

/** What the mixed load is made of: each kind of request as often as the others. Days are named, so that midnight changes nothing. */
const requests: Readonly<Record<string, readonly Asked[]>> = {
  exact: [...pets.map((pet) => status(`居民${pet}证明`)), status('婚姻状况证明'), status('annex-3/4')],
  wrapped: pets.map((pet) => status(`柳湖镇某某村村民委员会开具的《居民${pet}证明》（加盖公章）`)),
  candidates: [status('村民养殖情况证明'), status('家庭关系情况说明'), status('表现证明')],
  elsewhere: [status('第7号养犬证明', { region: '620821' }), status('第7号养猫证明', { region: '620821' })],
  batch: [
    {
      method: 'POST',
      url: '/v1/check',
      payload: JSON.stringify({
        questions: Array.from({ length: 200 }, (_, id) => ({
          id,
          kind: 'certificate',
          name: id % 3 === 0 ? `居民${pets[id % 2]}证明` : `第${id}号证明`,
          on: '2026-11-22',
        })),
      }),
    },
  ],
  browse: [
    get('/v1/lists'),
    get('/v1/lists/annex-3/items'),
    get('/v1/certificates', { on: '2026-11-22' }),
    get('/v1/items/annex-3/4'),
  ],
  pages: [
    get('/', { kind: 'certificate', name: `居民${pets[0]}证明`, on: '2026-11-22' }),
    get('/', { kind: 'certificate', name: `居民${pets[1]}证明`, on: '2026-11-22' }),
    get('/lists/annex-3'),
    get('/check'),
  ],
  refusals: [
    status('婚姻状况证明', { region: '999999' }),
    status('婚姻状况证明', { unknown: '1' }),
    get('/v1/nothing'),
    { method: 'DELETE', url: '/v1/lists' },
    { method: 'POST', url: '/v1/check', payload: '{' },
  ],
}

interface Given {
  readonly status: number
  readonly body: string
}

/** What one generation of the data answers to everything, worked out by an application that has never seen another. */
async function truthOf(dataDir: string, databasePath: string) {
  const snapshot = await openCatalogue({ dataDir, databasePath })
  const app: App = await buildApp({ snapshot: () => snapshot, settings: patient })
  const given = new Map<Asked, Given>()
  for (const asked of Object.values(requests).flat()) {
    const { method, url, payload } = asked
    const headers = { host: 'a', ...(payload === undefined ? {} : { 'content-type': 'application/json' }) }
    const response = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
    given.set(asked, { status: response.statusCode, body: response.payload })
  }
  await app.close()
  return { version: snapshot.version, given }
}

type Truth = Awaited<ReturnType<typeof truthOf>>

/** What is wrong with a response, held against what the generation that it names answers; nothing if nothing is. */
function fault(truths: readonly Truth[], asked: Asked, response: Response, body: string): string | undefined {
  const named = response.headers.get('dataset-version')
  const candidates = truths.filter((one) => named === null || one.version === named)
  const said = `${asked.method} ${asked.url}: ${response.status}`
  if (response.status === 304) {
    // Pages name their version in the tag only.
    const tag = /^(?:W\/)?"(\d{4}-\d\d-\d\d\.[0-9a-f]{8})\./.exec(response.headers.get('etag') ?? '')?.[1]
    const right = body === '' && candidates.some(({ version }) => version === tag)
    return right ? undefined : `${said} of ${named} with tag ${tag}`
  }
  const same = candidates.some(({ given }) => {
    const expected = given.get(asked)
    // A refusal names its request, and with it no two are alike.
    return expected?.status === response.status && (response.status >= 400 || expected.body === body)
  })
  return same ? undefined : `${said} as version ${named} cannot have answered: ${body.slice(0, 200)}`
}

/** The slope of the straight line that lies nearest to evenly spaced samples, times their number: how much the line rises. */
function rise(samples: readonly number[]): number {
  const mean = samples.reduce((sum, one) => sum + one, 0) / samples.length
  const middle = (samples.length - 1) / 2
  const above = samples.reduce((sum, one, at) => sum + (at - middle) * (one - mean), 0)
  const spread = samples.reduce((sum, _, at) => sum + (at - middle) ** 2, 0)
  return (above / spread) * (samples.length - 1)
}

const megabyte = 1024 * 1024

/**
 * How far the line through the second half of the samples may rise. Each reload starts a thread whose heap of some 30 MB comes and
 * goes, so that single samples lie that far apart. 20 MB over half of ten minutes is some hundred reloads: a leak of a snapshot at
 * each, or of a kilobyte for each request, is larger by far.
 */
const mostRise = 20 * megabyte

async function residentMemory(metrics: string): Promise<number> {
  const text = await (await fetch(metrics)).text()
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1])
}

t.test('under mixed load while the data change, every answer is one of the version it names', async (t) => {
  const { folder, databasePath, dataDirs } = workplace(t)
  const truths: Truth[] = []
  for (const [at, dataDir] of dataDirs.entries())
    truths.push(await truthOf(dataDir, join(folder, `truth-${at}.sqlite`)))
  t.not(truths[0]?.version, truths[1]?.version)
  const link = join(dirname(folder), 'served')
  leadTo(dataDirs[0], link)
  let metricsPort = 0
  const complaints: string[] = []
  const { child, address } = await startService(
    t,
    {
      HOST: '127.0.0.1',
      DATA_DIR: link,
      DATABASE_PATH: databasePath,
      METRICS_PORT: '0',
      NODE_OPTIONS: '',
      MAX_EVENT_LOOP_DELAY_MS: '0',
      MAX_HEAP_MB: '0',
    },
    {
      main: bundled(t, join(folder, 'bundle')),
      args: imageOptions(),
      line: (text) => {
        const line = JSON.parse(text) as { level: number; metricsPort?: number }
        metricsPort = line.metricsPort ?? metricsPort
        if (line.level >= 40) complaints.push(text)
      },
    },
  )
  const random = chance(seed)
  const pick = <One>(some: readonly One[]): One => some[Math.floor(random() * some.length)] as One
  const faults: string[] = []
  const counts = new Map<string, number>()
  const versions = new Set<string | null>()
  let asking = true
  /**
   * The generation taken up last, from when the service says so until the data change again: nothing may come of another. A copy each
   * time, which tells whether it is still the same time once an answer is there.
   */
  let settled: Truth | undefined
  let whileSettled = 0

  async function askOn(): Promise<void> {
    const tags = new Map<Asked, string>()
    while (asking && faults.length < 20) {
      const kind = pick(Object.keys(requests))
      const asked = pick(requests[kind] ?? [])
      const tag = random() < 0.3 ? tags.get(asked) : undefined
      const before = settled
      const response = await fetch(`${address}${asked.url}`, {
        method: asked.method,
        headers: {
          ...(tag === undefined ? {} : { 'if-none-match': tag }),
          ...(asked.payload === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(asked.payload === undefined ? {} : { body: asked.payload }),
      })
      const body = await response.text()
      const only = before === settled ? before : undefined
      if (only) whileSettled += 1
      const wrong = fault(only ? [only] : truths, asked, response, body)
      if (wrong !== undefined) faults.push(wrong)
      if (response.status === 304 && tag === undefined) faults.push(`${asked.url}: 304 to who has nothing`)
      const said = response.headers.get('etag')
      if (said !== null) tags.set(asked, said)
      if (response.headers.has('dataset-version')) versions.add(response.headers.get('dataset-version'))
      const counted = response.status === 304 ? 'unchanged' : kind
      counts.set(counted, (counts.get(counted) ?? 0) + 1)
    }
  }

  /** Waits until the service has taken up a generation. Asks at most a few hundred times. */
  async function taken(version: string): Promise<void> {
    for (let tries = 0; tries < 600; tries += 1) {
      const { checks } = (await (await fetch(`${address}/readyz?verbose`)).json()) as {
        checks: { dataset: string; load: string }
      }
      if (checks.dataset === version && checks.load === 'current') return
      await setTimeout(100)
    }
    faults.push(`${version} was never taken up`)
  }

  const asked = Promise.all(Array.from({ length: callers }, askOn))
  const samples: number[] = []
  const end = Date.now() + minutes * 60_000
  for (let round = 1; round <= reloads && Date.now() < end && faults.length === 0; round += 1) {
    leadTo(dataDirs[round % 2] as string, link)
    const truth = truths[round % 2] as Truth
    await taken(truth.version)
    settled = { ...truth }
    await setTimeout(settledFor)
    settled = undefined
    samples.push(await residentMemory(`http://127.0.0.1:${metricsPort}/metrics`))
  }
  asking = false
  await asked

  t.same(faults, [])
  t.same(complaints, [], 'the log has no warning and no error')
  t.equal(child.exitCode, null, 'the process is the one that was started')
  t.same([...counts.keys()].sort(), [...Object.keys(requests), 'unchanged'].sort(), 'every kind of request was made')
  t.equal(versions.size, 2, 'both generations answered')
  t.ok(whileSettled > 0, 'answers were held to the generation taken up last alone')
  const all = [...counts.values()].reduce((sum, one) => sum + one, 0)
  const rose = rise(samples.slice(Math.floor(samples.length / 2)))
  const inMegabytes = (bytes: number) => Math.round(bytes / megabyte)
  t.comment(`${all} requests, ${samples.length} reloads; resident ${samples.map(inMegabytes).join(' ')} MB`)
  t.comment(`over the second half of the run it rose by ${inMegabytes(rose)} MB`)
  // A few seconds tell nothing about memory; what is kept is bounded all the same, see below.
  if (budget(0, 1) === 1) t.ok(rose < mostRise, 'memory is flat')
})

t.test('an answer that another version gave, or that none could have given, would be noticed', async (t) => {
  const asked = status('婚姻状况证明')
  const truth = (version: string, body: string): Truth => ({
    version,
    given: new Map([[asked, { status: 200, body }]]),
  })
  const truths = [truth('2026-11-22.aaaaaaaa', 'a'), truth('2026-11-22.bbbbbbbb', 'b')]
  const response = (version: string | null, more: ResponseInit = {}) =>
    new Response(null, {
      ...more,
      headers: { ...(version === null ? {} : { 'dataset-version': version }), ...more.headers },
    })
  t.equal(fault(truths, asked, response('2026-11-22.aaaaaaaa'), 'a'), undefined)
  t.match(fault(truths, asked, response('2026-11-22.aaaaaaaa'), 'b'), /cannot have answered/)
  t.match(fault(truths, asked, response('2026-11-22.cccccccc'), 'a'), /cannot have answered/)
  t.equal(fault(truths, asked, response(null), 'b'), undefined, 'a page names its version in its text')
  t.match(fault(truths, asked, response(null), 'c'), /cannot have answered/)
  t.match(fault(truths.slice(1), asked, response('2026-11-22.aaaaaaaa'), 'a'), /cannot/, 'the version before')
  t.match(fault(truths, asked, response(null, { status: 500 }), 'a'), /500/)
  const unchanged = (version: string) => ({ status: 304, headers: { etag: `"${version}.2026-11-22.zh.${release}"` } })
  t.equal(fault(truths, asked, response('2026-11-22.aaaaaaaa', unchanged('2026-11-22.aaaaaaaa')), ''), undefined)
  t.match(fault(truths, asked, response('2026-11-22.aaaaaaaa', unchanged('2026-11-22.bbbbbbbb')), ''), /with tag/)
  t.equal(Math.round(rise([1, 2, 3, 4])), 3)
  t.equal(rise([5, 1, 1, 5]), 0)
})

/** Bytes in use once everything that nobody holds is gone; what has just been used is held until the next turn of the event loop. */
async function heapInUse(): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let turn = 0; turn < 3; turn += 1) {
    await setTimeout(1)
    collect()
  }
  return process.memoryUsage().heapUsed
}

const questions = budget(12_000, 300_000)
const dayNo = (at: number) => new Date(Date.UTC(2000, 0, 1) + at * 86_400_000).toISOString().slice(0, 10)

t.test('nothing is kept for each name or each day that is asked about', async (t) => {
  const snapshot = await loadSnapshot(t)
  const ask = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      const name = at % 2 === 0 ? `第${at}号村民情况证明` : `村委会出具的${at}村${at % 7}组家庭收入证明`
      answerQuestion(snapshot, { kind: 'certificate', name, region: '620802', on: dayNo(at) }, 'zh')
    }
  }
  // What is kept for days is bounded by 8192 of them: it is full before anything is measured.
  ask(0, 10_000)
  const before = await heapInUse()
  ask(10_000, 10_000 + questions)
  const kept = (await heapInUse()) - before
  // An answer takes two kilobytes: had they been kept, it would be 24 MB in npm test and 600 in npm run prove.
  t.ok(kept < 6 * megabyte, `${questions} more questions, ${Math.round(kept / 1024)} KiB more in use`)
})

t.test('nothing is kept for each address that is requested, found or not', async (t) => {
  const { app } = await build(t)
  const ask = async (from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      const url = [
        `/v1/certificates/${encodeURIComponent(`第${at}号证明`)}/status`,
        `/v1/nothing/${at}`,
        `/?kind=task&name=${encodeURIComponent(`第${at}项工作`)}`,
        `/v1/tasks?q=${at}`,
      ][at % 4]
      await app.inject({ url: `${url}`, headers: { 'x-request-id': `request-${at}`, 'user-agent': `caller ${at}` } })
    }
  }
  const requests = budget(1500, 100_000)
  // Some sixteen hundred answers are kept; with a large budget they are all there before the first look.
  const first = budget(1000, 10_000)
  await ask(0, first)
  const before = await heapInUse()
  await ask(first, first + requests)
  const kept = (await heapInUse()) - before
  // A page takes some ten kilobytes.
  t.ok(kept < 4 * megabyte, `${requests} more requests, ${Math.round(kept / 1024)} KiB more in use`)
})

t.test('nothing is kept for each time that a kept answer is sent', async (t) => {
  const { app } = await build(t)
  // Kept answers are sent ahead of what `inject` reaches.
  const port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  t.teardown(() => agent.destroy())
  const { url: path } = status('婚姻状况证明')
  const ask = async (from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      const sent = request({ port, path, agent, headers: { 'user-agent': `caller ${at} ${'x'.repeat(2000)}` } }).end()
      const [response] = (await once(sent, 'response')) as [IncomingMessage]
      await buffer(response)
    }
  }
  const requests = budget(3000, 100_000)
  await ask(0, 2000)
  const before = await heapInUse()
  await ask(2000, 2000 + requests)
  const kept = (await heapInUse()) - before
  // The headers of one take two kilobytes.
  t.ok(kept < 3 * megabyte, `${requests} more requests, ${Math.round(kept / 1024)} KiB more in use`)
})

t.test('nothing is kept for each batch that is sent, by a program or by a page', async (t) => {
  const { app } = await build(t)
  const ask = async (times: number) => {
    for (let at = 0; at < times; at += 1) {
      const payload = { questions: [{ kind: 'task', name: `第${at}项工作` }] }
      await app.inject({ method: 'POST', url: '/v1/check', payload })
      const form = new URLSearchParams({ kind: 'task', text: `第${at}项工作`, format: 'csv' })
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      await app.inject({ method: 'POST', url: '/check', headers, payload: `${form}` })
    }
  }
  const batches = budget(400, 20_000)
  await ask(500)
  const before = await heapInUse()
  await ask(batches)
  const kept = (await heapInUse()) - before
  // What a schema is compiled to takes some twenty kilobytes.
  t.ok(kept < 2 * megabyte, `${batches} more of each, ${Math.round(kept / 1024)} KiB more in use`)
})
