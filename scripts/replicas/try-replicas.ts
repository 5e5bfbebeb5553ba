import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { examine, type Trial } from './examine.ts'
import { startNginx } from './nginx.ts'
import { newData, question, type Replica, startReplica } from './replica.ts'

const callers = 8

async function askOnce(address: string, trial: Trial): Promise<void> {
  trial.requests += 1
  const asked = fetch(`${address}/v1/certificates/${encodeURIComponent(question)}/status`)
  const faults = await asked.then((response) => examine(response, trial)).catch(String)
  trial.failures.push(...[faults].flat())
}

/** Asks through the balancer all the while, and lets happen to the replicas what happens to replicas. */
async function trouble(address: string, replicas: readonly [Replica, Replica, Replica]): Promise<Trial> {
  const [killed, stopped, renewed] = replicas
  const trial: Trial = { requests: 0, failures: [], outcomes: new Map() }
  let done = false
  const load = Array.from({ length: callers }, async () => {
    while (!done) await askOnce(address, trial)
  })
  const someMore = async (more: number) => {
    for (const from = trial.requests; trial.requests < from + more; ) await wait(10)
  }
  await someMore(300)
  killed.child.kill('SIGKILL')
  await someMore(300)
  const gone = once(stopped.child, 'exit')
  stopped.child.kill('SIGTERM')
  await gone
  await someMore(300)
  newData(renewed)
  while (trial.outcomes.size < 2 && trial.failures.length === 0) await wait(10)
  await someMore(300)
  done = true
  await Promise.all(load)
  return trial
}

/**
 * Three replicas behind nginx, under load: one is killed, one is told to stop, one gets new data.
 * Everything happens in a folder of its own, and nothing is left behind.
 */
export async function tryReplicas(): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-replicas-'))
  const running: Replica['child'][] = []
  const start = async (name: string) => {
    const replica = await startReplica(join(folder, name))
    running.push(replica.child)
    return replica
  }
  try {
    const replicas = [await start('a'), await start('b'), await start('c')] as const
    const [nginx, address] = await startNginx(
      folder,
      replicas.map((replica) => replica.address),
    )
    running.push(nginx)
    return await trouble(address, replicas)
  } finally {
    for (const child of running) {
      const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
      child.kill('SIGTERM')
      await gone
    }
    rmSync(folder, { recursive: true })
  }
}
