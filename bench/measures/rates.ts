import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../scripts/free-port.ts'
import { type Figure, ratio, type Turn } from '../figures.ts'
import { type Exchange, exchange } from '../load/exchange.ts'
import { type Request, requestFile } from '../load/request.ts'
import { type Command, type Server, startServer } from '../load/server.ts'
import { type Measure, takeTurns, turnSeconds } from '../load/turns.ts'
import { type Load, stopWhereOneFailed, underLoad } from '../load/wrk.ts'
import { fillPeer } from '../peers/fill.ts'
import { exact, exactTheLongWay, listed } from '../questions.ts'
import { authorization, service } from '../service.ts'

const bench = join(import.meta.dirname, '..')

/**
 * How long a server is asked before it is measured, in seconds: until V8 has compiled what the question runs.
 */
const warmUpSeconds = 4
/** So many of the questions of a contender are asked once, and compared, before the load. */
const compared = 100

/** A server and what it is asked. A process answers one kind of question only, so V8 compiles it for that one. */
interface Contender {
  readonly id: string
  readonly requests: readonly Request[]
  readonly command: (port: number) => Command
}

const withKey = (requests: readonly Request[]) =>
  requests.map((one) => ({ ...one, headers: { ...one.headers, ...authorization } }))

function contenders(folder: string): Contender[] {
  const run = (file: string, data: string) => (port: number) => ({
    program: process.execPath,
    args: [join(bench, file), join(folder, data), String(port)],
    port,
    probe: '/',
  })
  const deployed = (port: number) => service(folder, port, 'deployed')
  const plain = (port: number) => service(folder, port, 'plain')
  return [
    { id: 'fastify', requests: [exact], command: run('servers/ready-fastify.ts', 'answer.json') },
    { id: 'deployed', requests: withKey([exact]), command: deployed },
    { id: 'deployed-long', requests: withKey(exactTheLongWay), command: deployed },
    { id: 'plain', requests: [exact], command: plain },
    { id: 'plain-long', requests: exactTheLongWay, command: plain },
    { id: 'express', requests: [exact], command: run('peers/express.js', 'answers.sqlite') },
  ]
}

/** Gives the others the answers of the service, and returns the body that all have to send. */
async function prepare(folder: string): Promise<Buffer> {
  const server = await startServer(service(folder, await freePort(), 'plain'))
  try {
    const { headers, body } = await exchange(server.port, exact)
    writeFileSync(join(folder, 'answer.json'), JSON.stringify({ headers, body: body.toString() }))
    const answers = new Map<string, string>()
    for (const one of listed) answers.set(one.path, (await exchange(server.port, one)).body.toString())
    fillPeer(join(folder, 'answers.sqlite'), answers)
    return body
  } finally {
    await server.stop()
  }
}

/** Installs the peer where it is not there yet. */
function installPeer(): void {
  const peers = join(bench, 'peers')
  if (existsSync(join(peers, 'node_modules/express'))) return
  const installed = spawnSync('npm', ['ci', '--prefix', peers, '--ignore-scripts', '--no-audit', '--no-fund'])
  if (installed.status !== 0) throw new Error(`Express could not be installed: ${installed.stderr}`)
}

/** Compares the answers of a server with the service's own, and warms it up. @throws Error where an answer is another. */
async function warmUp({ id, requests }: Contender, server: Server, load: Load, expected: Buffer): Promise<Measure> {
  writeFileSync(load.file, requestFile(requests))
  for (const request of requests.slice(0, compared)) {
    const { status, body }: Exchange = await exchange(server.port, request)
    if (status !== 200 || !body.equals(expected))
      throw new Error(`${id} answers ${request.path} otherwise than the service did: ${status} ${body}`)
  }
  await underLoad({ ...load, seconds: warmUpSeconds })
  return async (turn) => {
    const before = server.processorSeconds()
    const found = await underLoad(load)
    const used = server.processorSeconds() - before
    stopWhereOneFailed(found)
    const { requests: answered, bytes, microseconds } = found
    if (bytes < answered * expected.length) throw new Error(`${id} sent ${bytes} bytes only for ${answered} answers`)
    const elapsed = microseconds / 1e6
    return { contender: id, turn, perSecond: answered / elapsed, serverShare: used / elapsed }
  }
}

/** Starts all servers side by side, anew in each round, and has them take turns. */
export async function measureRates(
  folder: string,
  options: { rounds: number; seconds: number; connections: number; say: (line: string) => void },
): Promise<Figure[]> {
  const { rounds, seconds, connections, say } = options
  installPeer()
  const expected = await prepare(folder)
  const turns: Turn[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const servers: Server[] = []
    try {
      const measures: Measure[] = []
      for (const one of contenders(folder)) {
        const server = await startServer(one.command(await freePort()))
        servers.push(server)
        const load = { port: server.port, connections, seconds: turnSeconds, file: join(folder, one.id) }
        measures.push(await warmUp(one, server, load, expected))
      }
      await takeTurns(measures, { round, turns: seconds }, (taken) => {
        say(`turn ${taken.turn}  ${taken.contender.padEnd(14)} ${Math.round(taken.perSecond)}/s`)
        turns.push(taken)
      })
    } finally {
      for (const server of servers) await server.stop()
    }
  }
  return [
    ratio('exact name, as deployed, to Fastify with a ready string', turns, 'deployed', 'fastify', 0.7),
    ratio('the long way alone, without keys, limit and log, to the same', turns, 'plain-long', 'fastify', 0.3),
    ratio('the long way, as deployed, to the same', turns, 'deployed-long', 'fastify'),
    ratio('exact name, without keys, limit and log, to the same', turns, 'plain', 'fastify', 0.95),
    ratio('exact name, without keys, limit and log, to Express + better-sqlite3', turns, 'plain', 'express', 2.5),
    ratio('exact name, as deployed, to Express + better-sqlite3', turns, 'deployed', 'express'),
  ]
}
