// Sends the worst bodies to the service as the image runs it, and tells what other callers notice.  node bench/one-caller.ts [BODY]
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../scripts/free-port.ts'
import { readArgument, stop } from './load/options.ts'
import { ownFolder } from './load/own-folder.ts'
import { startServer } from './load/server.ts'
import { service } from './service.ts'
import { bombs, type WorstBody, worstBodies } from './worst-bodies.ts'

const wanted = readArgument(process.argv.slice(2), 'node bench/one-caller.ts [BODY]')
const bodies = [...worstBodies(), ...(await bombs())].filter(({ id }) => wanted === undefined || id.includes(wanted))
if (bodies.length === 0) stop(`No body is called ${wanted}`)

/** What others may notice at most: milliseconds, megabytes. */
const goals = { others: 200, livez: 250, memory: 400 }

const made = spawnSync(process.execPath, [join(import.meta.dirname, '../scripts/bundle.ts'), 'dist'])
if (made.status !== 0) stop(`the service could not be bundled: ${made.stderr}`)
const folder = ownFolder('qingdan-one-caller-')
const server = await startServer(service(folder, await freePort(), 'plain'))
const address = `http://127.0.0.1:${server.port}`

/** Sends a request and gives the status and the beginning of the answer. */
async function ask(path: string, sent?: Omit<WorstBody, 'id' | 'path'>): Promise<{ status: number; text: string }> {
  const headers = sent ? { 'content-type': sent.type, 'content-length': sent.body.length, accept: 'text/html' } : {}
  const asked = request(`${address}${path}`, { method: sent ? 'POST' : 'GET', headers })
  asked.end(sent?.body)
  const [response] = await once(asked, 'response')
  let text = ''
  for await (const piece of response) if (text.length < 20_000) text += piece
  return { status: response.statusCode, text }
}

/** Asks again and again until told to stop; gives how long each answer took, in milliseconds. */
async function keepAsking(path: () => string, apart: number, over: AbortSignal): Promise<number[]> {
  const took: number[] = []
  while (!over.aborted) {
    const began = performance.now()
    await ask(path())
    took.push(performance.now() - began)
    await wait(apart)
  }
  return took.sort((a, b) => a - b)
}

let asked = 0
/** A name that was not asked about before, so that no kept answer can be sent. */
function question(): string {
  asked += 1
  return `/v1/certificates/${encodeURIComponent(`第${asked}号婚姻状况的证明`)}/status`
}

/** What the sender is told, in a few words. */
const told = (text: string) =>
  /role="alert">.*?<p>(.*?)<\/p>/s.exec(text)?.[1] ?? /"detail":"([^"]*)"/.exec(text)?.[1] ?? ''

const columns = [26, 7, 8, 9, 8, 9]
const line = (...words: readonly (string | number)[]) =>
  process.stdout.write(`${words.map((word, at) => String(word).padEnd(columns[at] ?? 0)).join('')}\n`)

let missed = 0
line('body', 'status', 'seconds', 'p99 ms', 'livez', 'MB', 'said')
for (let at = 0; at < 50; at += 1) await ask(question())
for (const { id, path, ...sent } of bodies) {
  const over = new AbortController()
  const others = keepAsking(question, 5, over.signal)
  const probes = keepAsking(() => '/livez', 20, over.signal)
  const memory: number[] = []
  const watch = setInterval(() => {
    const now = server.residentMegabytes()
    // A process that ends has none.
    if (now > 0) memory.push(now)
  }, 20)
  await wait(200)
  const began = performance.now()
  const { status, text } = await ask(path, sent)
  const seconds = (performance.now() - began) / 1000
  // For few answers the slowest would be the p99.
  await wait(500)
  over.abort()
  clearInterval(watch)
  const [answers, livez] = [await others, await probes]
  const p99 = answers[Math.floor(answers.length * 0.99)] ?? 0
  const [slowest, most] = [livez.at(-1) ?? 0, Math.max(...memory)]
  const good =
    p99 < goals.others && slowest < goals.livez && most < goals.memory && [200, 400, 413, 503].includes(status)
  if (!good) missed += 1
  line(
    id,
    status,
    seconds.toFixed(1),
    p99.toFixed(0),
    slowest.toFixed(0),
    most.toFixed(0),
    `${good ? '' : 'MISSED '}${told(text).slice(0, 60)}`,
  )
}
await server.stop()
line(
  `p99 below ${goals.others} ms, /livez below ${goals.livez} ms, memory below ${goals.memory} MB: ${bodies.length - missed} of ${bodies.length}`,
)
process.exitCode = missed === 0 ? 0 : 1
