import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, rmSync } from 'node:fs'
import { devNull } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { serverCore } from './cores.ts'
import { processorSeconds, residentMegabytes } from './proc.ts'

/** How long a server may take to answer after its start, in milliseconds. */
const patience = 20_000

/** What to run, and where it answers once it is ready. */
export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly port: number
  /** An address that is answered as soon as the server can be used, whatever the status. */
  readonly probe: string
  readonly env?: NodeJS.ProcessEnv
  /** File for what it prints; removed when it ends. */
  readonly log?: string
}

/** A server under measurement, pinned to a core. */
export interface Server {
  readonly port: number
  /** From the start of the process to its first answer, in milliseconds. */
  readonly readyAfter: number
  processorSeconds(): number
  residentMegabytes(which?: 'now' | 'most'): number
  stop(): Promise<void>
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(2000) })
    await response.arrayBuffer()
    return response.status !== 503
  } catch {
    return false
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 5000)
  await gone
  clearTimeout(late)
}

/** Starts a server on its core and waits until it answers. */
export async function startServer(command: Command): Promise<Server> {
  const { program, args, port, probe, env = {}, log = devNull } = command
  const started = performance.now()
  const output = openSync(log, 'w')
  const child = spawn('taskset', ['-c', String(serverCore), program, ...args], {
    // Nothing that is set here by chance may change what is measured.
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', output, 'inherit'],
  })
  closeSync(output)
  running.add(child)
  child.once('exit', () => running.delete(child))
  await once(child, 'spawn')
  while (!(await answers(`http://127.0.0.1:${port}${probe}`))) {
    if (child.exitCode !== null) throw new Error(`${program} ${args.join(' ')} ended with ${child.exitCode}`)
    if (performance.now() - started > patience) {
      await stop(child)
      throw new Error(`${program} ${args.join(' ')} does not answer`)
    }
    await wait(2)
  }
  const readyAfter = Math.round(performance.now() - started)
  const pid = child.pid as number
  return {
    port,
    readyAfter,
    processorSeconds: () => processorSeconds(pid),
    residentMegabytes: (which) => residentMegabytes(pid, which),
    async stop() {
      await stop(child)
      if (log !== devNull) rmSync(log)
    },
  }
}
