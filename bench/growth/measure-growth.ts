import { execFileSync } from 'node:child_process'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { freePort } from '../../scripts/free-port.ts'
import type { Grown, Growth, Measurement } from '../figures/results.ts'
import { type Measure, takeUnderLoad, warmUp, warmUpSeconds } from '../load/measure.ts'
import { type Request, requestFile } from '../load/request.ts'
import { type Server, startServer } from '../load/server.ts'
import { takeTurns } from '../load/turns.ts'
import { firstAfter, underLoad } from '../load/wrk.ts'
import { type MadeUpName, madeUpNames, writeMadeUpCatalogue } from '../made-up-catalogue.ts'
import { answered, type Case, hasCandidates, isExact, isWrapped } from '../questions/answered.ts'
import { get, status } from '../questions/requests.ts'
import { qingdan, service } from '../subjects/qingdan.ts'
import type { Asked } from './of-one.ts'

/** So often in each round services of all sizes are started: where the memory of a service lies makes one start faster than another. */
const startsARound = 3
/** How often they take turns with each question after a start; an even number, so that each is first as often as last. */
const turns = 6

const one = resolve(import.meta.dirname, 'of-one.ts')

/**
 * As many different questions of every size, with answers of one kind, so that they differ in the data alone: where there are fewer names,
 * each is asked about on several days.
 */
function questionsAbout(items: number, wanted: number, written = (name: string) => name, counties?: number): Request[] {
  const names = madeUpNames(items, wanted, counties)
  return Array.from({ length: wanted }, (_, at) => {
    const { name, region } = names[at % names.length] as MadeUpName
    const on = new Date(Date.UTC(2026, 0, 1 + Math.floor(at / names.length))).toISOString().slice(0, 10)
    return get(`${status(written(name))}?region=${region}&on=${on}`)
  })
}

async function prepare(port: number, items: number): Promise<Case[]> {
  return [
    await answered(port, `home-${items}`, 'names of one county', questionsAbout(items, 25, undefined, 1), {
      fits: isExact,
    }),
    await answered(port, `spread-${items}`, 'names of all counties', questionsAbout(items, 1000), { fits: isExact }),
    await answered(
      port,
      `wrapped-${items}`,
      'wrapped names',
      questionsAbout(items, 1000, (name) => `村委会出具的${name}（原件1份）`),
      { fits: isWrapped },
    ),
    await answered(
      port,
      `candidates-${items}`,
      'candidates',
      questionsAbout(items, 1000, (name) => `${name.slice(0, 3)}与${name.slice(3)}`),
      { fits: hasCandidates },
    ),
  ]
}

/** Names that come once only, since each has a number of its own: no answer to them is kept. */
const numbered = (items: number): Request[] =>
  questionsAbout(items, 1000, (name) => `第{n}村村民委员会出具的${name}`).map((request) => ({
    ...request,
    path: request.path.replace(encodeURIComponent('{n}'), '{n}'),
  }))

interface Settings {
  readonly sizes: readonly number[]
  readonly rounds: number
  readonly seconds: number
  readonly connections: number
  readonly say: (line: string) => void
}

/** A running service with made-up data of one size, and what it is asked. */
interface Running {
  readonly items: number
  readonly server: Server
  readonly startedMegabytes: number
  readonly cases: readonly Case[]
}

/**
 * Loads, starts and asks made-up data of several sizes over up to 3,000 regions. Services of all sizes run side by side and take turns
 * with each question.
 */
export async function measureGrowth(folder: string, settings: Settings): Promise<Growth> {
  const { sizes, rounds, seconds, connections, say } = settings
  const place = (items: number) => join(folder, `${items}`)
  const data = (items: number) => join(place(items), 'data')
  const database = (items: number) => join(place(items), 'qingdan.sqlite')
  function inOwnProcess<Result>(what: 'load' | 'ask', items: number): Result {
    const args = [one, what, data(items), database(items), String(items)]
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Result
  }

  const grown = new Map<number, Grown>()
  const measurements: Measurement[] = []
  for (const items of sizes) {
    mkdirSync(place(items), { recursive: true })
    writeMadeUpCatalogue(data(items), items)
    const { seconds: loadSeconds } = inOwnProcess<{ seconds: number }>('load', items)
    say(`${items} items loaded in ${loadSeconds.toFixed(1)} s`)
    const fileMegabytes = Math.round(statSync(database(items)).size / 1e5) / 10
    const none = { readyMilliseconds: [], startedMegabytes: [], askedMegabytes: [], microseconds: {} }
    grown.set(items, { items, loadSeconds, fileMegabytes, ...none })
  }

  async function start(items: number): Promise<Running> {
    const server = await startServer(service(place(items), await freePort(), 'warn', data(items)))
    const startedMegabytes = server.residentMegabytes()
    return { items, server, startedMegabytes, cases: await prepare(server.port, items) }
  }

  async function takeOnce(round: number, { items, server }: Running, file: string): Promise<Measurement> {
    writeFileSync(file, requestFile(numbered(items)))
    const warmUp = { port: server.port, connections, file, seconds: warmUpSeconds }
    const first = firstAfter(warmUp, await underLoad(warmUp))
    const what = { round, case: `once-${items}`, subject: qingdan.id }
    return (await takeUnderLoad(what, server, { ...warmUp, seconds, first })).taken
  }

  function keep(taken: Measurement) {
    say(`round ${taken.round}  ${taken.case.padEnd(32)} ${taken.perSecond}/s`)
    measurements.push(taken)
  }

  for (let nth = 1; nth <= rounds * startsARound; nth += 1) {
    const file = join(folder, 'requests')
    const running: Running[] = []
    try {
      for (const items of nth % 2 === 1 ? sizes : sizes.toReversed()) running.push(await start(items))
      for (const at of running[0]?.cases.keys() ?? []) {
        const measures: Measure[] = []
        for (const { items, server, cases } of running) {
          const ofSize = join(folder, `requests-${items}`)
          measures.push(await warmUp(qingdan, server, cases[at] as Case, ofSize, connections))
        }
        await takeTurns(measures, { round: nth, turns }, keep)
      }
      for (const one of running) keep(await takeOnce(nth, one, file))
      for (const { items, server, startedMegabytes } of running) {
        const known = grown.get(items) as Grown
        grown.set(items, {
          ...known,
          readyMilliseconds: [...known.readyMilliseconds, server.readyAfter],
          startedMegabytes: [...known.startedMegabytes, startedMegabytes],
          askedMegabytes: [...known.askedMegabytes, server.residentMegabytes()],
        })
      }
    } finally {
      for (const { server } of running) await server.stop()
    }
    if (nth % startsARound > 0) continue
    for (const [items, known] of grown) {
      const microseconds = least(known.microseconds, inOwnProcess<Asked>('ask', items))
      grown.set(items, { ...known, microseconds })
    }
  }
  return { sizes: [...grown.values()], measurements }
}

const least = (known: Grown['microseconds'], found: Asked) =>
  Object.fromEntries(Object.entries(found).map(([how, value]) => [how, Math.min(known[how] ?? value, value)]))
