// Measures the service beside what it is compared with, and saves the raw figures.
// npm run bench -- [--only exact,304] [--subjects qingdan,bare] [--seconds 5] [--rounds 3] [--connections 32] [--soak 60] [--names 1000000]
// [--sizes 100,10000,1000000] [--out FILE]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { freePort } from '../scripts/free-port.ts'
import type { Measurement, Results } from './figures/results.ts'
import { tables } from './figures/tables.ts'
import { measureGrowth } from './growth/measure-growth.ts'
import { bundle } from './load/bundle.ts'
import { stayOnLoadCore } from './load/cores.ts'
import { keepAwake } from './load/keep-awake.ts'
import { type Measure, warmUp } from './load/measure.ts'
import { readOptions } from './load/options.ts'
import { ownFolder } from './load/own-folder.ts'
import { measureMemory, measureProcesses, measureStarts } from './load/process-costs.ts'
import { has, stopWhereSomethingIsMissing } from './load/programs.ts'
import { requestFile } from './load/request.ts'
import { type Server, startServer } from './load/server.ts'
import { takeTurns } from './load/turns.ts'
import { fillPeers } from './peers/fill.ts'
import type { Case } from './questions/answered.ts'
import { prepareCases } from './questions/cases.ts'
import type { ReadyAnswer } from './servers/ready-answer.ts'
import { bare, bareAlike, readyFastify } from './subjects/floors.ts'
import { peerSubjects } from './subjects/peers.ts'
import { qingdan, qingdanLogging } from './subjects/qingdan.ts'
import type { Subject } from './subjects/subject.ts'

const options = readOptions(process.argv.slice(2))
const { say } = options
const [busy = 0] = loadavg()
stopWhereSomethingIsMissing()
stayOnLoadCore()

/** Installs the peers where they are to be measured and are not there yet. */
function installPeers(): void {
  const folder = join(import.meta.dirname, 'peers')
  if (existsSync(join(folder, 'node_modules/express'))) return
  const installed = spawnSync('npm', ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'])
  if (installed.status !== 0) throw new Error(`the peers could not be installed: ${installed.stderr}`)
}

const folder = ownFolder('qingdan-bench-')
const loadCoreAwake = keepAwake()
const answersOf = ({ id }: Case) => join(folder, `${id}.answers`)
const requestsOf = ({ id }: Case, { id: subject, path }: Subject) =>
  join(folder, `${id}.${path ? subject : 'requests'}`)

/** The questions of a case as a subject is asked them. */
const askedOf = (one: Case, { path }: Subject): Case =>
  path ? { ...one, requests: one.requests.map((request) => ({ ...request, path: path(request.path) })) } : one

async function prepare(): Promise<Case[]> {
  const port = await freePort()
  const server = await startServer(qingdan.command({ folder, port, answers: '' }))
  try {
    const cases = await prepareCases(port)
    for (const one of cases) {
      const ready = one.answers.map(
        ({ status, headers, body }, at): ReadyAnswer => ({
          path: one.requests[at]?.path ?? '',
          status,
          headers,
          body: body.toString('base64'),
        }),
      )
      writeFileSync(answersOf(one), JSON.stringify(ready))
    }
    const known = cases.filter(({ id }) => id === 'exact' || id === 'exact-varied')
    fillPeers(
      folder,
      new Map(
        known.flatMap(({ requests, answers }) =>
          requests.map(({ path }, at) => [path, answers[at]?.body.toString() ?? '']),
        ),
      ),
    )
    return cases
  } finally {
    await server.stop()
  }
}

/** Has all servers that answer a case run side by side: the machine is another one some minutes later. */
async function measure(one: Case, subjects: readonly Subject[], round: number): Promise<void> {
  const servers = new Map<Subject, Server>()
  try {
    for (const subject of subjects) {
      const port = await freePort()
      servers.set(subject, await startServer(subject.command({ folder, port, answers: answersOf(one) })))
    }
    const measures: Measure[] = []
    for (const [subject, server] of servers)
      measures.push(await warmUp(subject, server, askedOf(one, subject), requestsOf(one, subject), options.connections))
    await takeTurns(measures, { round, turns: options.seconds }, (taken) => {
      say(`round ${taken.round}  ${one.id.padEnd(18)} ${taken.subject.padEnd(13)} ${taken.perSecond}/s`)
      measurements.push(taken)
    })
  } finally {
    for (const server of servers.values()) await server.stop()
  }
}

const everySubject = [bare, bareAlike, readyFastify, qingdan, qingdanLogging, ...peerSubjects]
const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id)
options.stopWhereUnknown('subjects', ids(everySubject))
bundle()
const every = await prepare()
options.stopWhereUnknown('only', [...ids(every), 'two', 'start', 'memory', 'growth'])
const cases = every.filter(({ id }) => options.case(id))
const measured = ({ id, cases: answers }: Subject) =>
  options.subject(id) && cases.some((one) => answers(one.id)) && (id !== 'nginx' || has('nginx'))
const subjects = everySubject.filter(measured)
if (!has('nginx')) say('nginx is missing and left out; on Debian: apt-get install nginx-light')
if (subjects.some((subject) => peerSubjects.includes(subject) && subject.id !== 'nginx')) installPeers()
const measurements: Measurement[] = []
for (let round = 1; round <= options.rounds; round += 1)
  for (const one of round % 2 === 1 ? cases : cases.toReversed()) {
    const together = subjects.filter(({ cases: answers }) => answers(one.id))
    if (together.length > 0) await measure(one, together, round)
  }
const varied = every.find(({ id }) => id === 'exact-varied') as Case
writeFileSync(join(folder, 'varied'), requestFile(varied.requests))
const processes = options.case('two') ? await measureProcesses(folder, join(folder, 'varied'), options) : undefined
const starts = options.case('start') ? await measureStarts(folder) : undefined
const memory = options.case('memory')
  ? await measureMemory(folder, every, { ...options, seconds: options.soak })
  : undefined
const growth = options.case('growth') ? await measureGrowth(join(folder, 'growth'), options) : undefined
const { seconds, rounds, connections } = options
const results: Results = {
  date: new Date().toISOString().slice(0, 10),
  machine: {
    cores: cpus().length,
    model: cpus()[0]?.model.trim() ?? 'unknown',
    busy,
    loadCoreAwake,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
  },
  node: process.versions.node,
  options: { seconds, rounds, connections },
  subjects: Object.fromEntries(subjects.map(({ id, title }) => [id, title])),
  cases: cases.map(({ id, title, names = 1, requests, answers }) => ({
    id,
    title,
    questions: requests.length,
    meanBytes: Math.round(answers.reduce((sum, { body }) => sum + body.length, 0) / answers.length / names),
    names,
  })),
  measurements,
  ...(starts ? { starts } : {}),
  ...(memory ? { memory } : {}),
  ...(processes ? { processes } : {}),
  ...(growth ? { growth } : {}),
}
// To the minute, so that a quick look does not take the place of the day's run.
const minute = new Date().toISOString().slice(0, 16).replace(':', '')
const out = options.out ?? join(import.meta.dirname, `results/${minute}.json`)
mkdirSync(dirname(out), { recursive: true })
writeFileSync(out, `${JSON.stringify(results, null, 2)}\n`)
process.stdout.write(`${tables(results)}\n`)
