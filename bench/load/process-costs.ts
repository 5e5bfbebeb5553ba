import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../scripts/free-port.ts'
import type { Results } from '../figures/results.ts'
import type { Case } from '../questions/answered.ts'
import { service } from '../subjects/qingdan.ts'
import { loadCore, serverCore } from './cores.ts'
import { type Request, requestFile } from './request.ts'
import { type Server, startServer } from './server.ts'
import { type Figures, faultsOf, firstAfter, underLoad } from './wrk.ts'

const start = async (folder: string, core = serverCore) =>
  startServer({ ...service(folder, await freePort(), 'info'), core })

/** Starts the service on an empty folder, then several times on the database it has built there. */
export async function measureStarts(folder: string): Promise<NonNullable<Results['starts']>> {
  const own = join(folder, 'starts')
  mkdirSync(own)
  const ready: number[] = []
  for (let at = 0; at < 6; at += 1) {
    const server = await start(own)
    ready.push(server.readyAfter)
    await server.stop()
  }
  const [building = 0, ...unchanged] = ready
  return { building, unchanged }
}

/** A name of its own for each number: exact names in a wrapping, names with candidates, names that nothing is like. */
const numbered: readonly Request[] = [
  ['第', '村村民委员会出具的婚姻状况证明'],
  ['第', '号家庭残疾人就业证明'],
  ['今天第', '次天气怎么样'],
].map(([before = '', after = '']) => ({
  method: 'GET',
  path: `/v1/certificates/${encodeURIComponent(before)}{n}${encodeURIComponent(after)}/status`,
}))

function stopWhereOneFailed(figures: Figures): void {
  if (faultsOf(figures) > 0) throw new Error('not every question was answered')
}

/**
 * Resident memory after the start, after mixed load and at the end after batches alone, of as many processes as there are rounds; of the
 * last, also after names of which each comes once only.
 */
export async function measureMemory(
  folder: string,
  cases: readonly Case[],
  { seconds, rounds, names, connections }: { seconds: number; rounds: number; names: number; connections: number },
): Promise<NonNullable<Results['memory']>> {
  const mixed = join(folder, 'mixed')
  // Batches would take most of the time if they came as often as single questions.
  const single = cases.filter(({ id }) => !id.startsWith('batch')).flatMap(({ requests }) => requests)
  writeFileSync(
    mixed,
    requestFile([...single, ...cases.filter(({ id }) => id === 'batch').flatMap((one) => one.requests)]),
  )
  const batches = cases.find(({ id }) => id === 'batch-varied') as Case
  const batched = join(folder, 'batched')
  writeFileSync(batched, requestFile(batches.requests))
  const different = join(folder, 'different')
  writeFileSync(different, requestFile(numbered))
  const underMixedLoad: { afterStart: number; afterLoad: number; most: number; afterBatches: number }[] = []
  for (let round = 1; ; round += 1) {
    const server = await start(folder)
    const load = { port: server.port, connections }
    try {
      const afterStart = server.residentMegabytes()
      stopWhereOneFailed(await underLoad({ ...load, file: mixed, seconds }))
      const [afterLoad, most] = [server.residentMegabytes(), server.residentMegabytes('most')]
      const overNames: number[] = []
      let [differentNames, elapsed, first] = [0, 0, 0]
      while (round === rounds && differentNames < names) {
        const asked = { ...load, file: different, seconds: 10, first }
        const some = await underLoad(asked)
        stopWhereOneFailed(some)
        differentNames += some.requests
        elapsed += some.microseconds / 1e6
        overNames.push(server.residentMegabytes())
        first = firstAfter(asked, some)
      }
      const many = { port: server.port, connections: batches.connections ?? connections, file: batched, seconds: 10 }
      stopWhereOneFailed(await underLoad(many))
      underMixedLoad.push({ afterStart, afterLoad, most, afterBatches: server.residentMegabytes() })
      if (round === rounds)
        return { seconds, underMixedLoad, differentNames, differentPerSecond: differentNames / elapsed, overNames }
    } finally {
      await server.stop()
    }
  }
}

/** Where a second process can go: a core of its own where there are three. */
const places =
  serverCore > 1
    ? [{ where: 'on a core of its own', core: serverCore - 1 }]
    : [
        { where: 'on the same core', core: serverCore },
        { where: 'on the core that also makes the load', core: loadCore },
      ]

/** One process, then a second beside it, under half of the connections each. */
export async function measureProcesses(
  folder: string,
  file: string,
  { seconds, connections }: { seconds: number; connections: number },
): Promise<NonNullable<Results['processes']>> {
  const first = await start(folder)
  async function rate(...servers: Server[]): Promise<number> {
    const shared = Math.max(1, Math.floor(connections / servers.length))
    const load = () => Promise.all(servers.map(({ port }) => underLoad({ port, seconds, connections: shared, file })))
    await load()
    const found = await load()
    for (const one of found) stopWhereOneFailed(one)
    return Math.round(
      found.map(({ requests, microseconds }) => (requests / microseconds) * 1e6).reduce((a, b) => a + b),
    )
  }
  try {
    const one = await rate(first)
    const two: { where: string; perSecond: number; megabytes: number }[] = []
    for (const { where, core } of places) {
      const second = await start(folder, core)
      try {
        const perSecond = await rate(first, second)
        two.push({ where, perSecond, megabytes: Math.round(first.residentMegabytes() + second.residentMegabytes()) })
      } finally {
        await second.stop()
      }
    }
    return { one, two }
  } finally {
    await first.stop()
  }
}
