import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { loadCore } from './cores.ts'
import { processorSeconds } from './proc.ts'

const script = join(import.meta.dirname, 'requests.lua')

/** What wrk tells at its end. Times in microseconds. */
export interface Figures {
  readonly requests: number
  readonly microseconds: number
  readonly bytes: number
  readonly connect: number
  readonly read: number
  readonly write: number
  /** Answers of 400 and above; wrk takes 304 for what it is. */
  readonly status: number
  readonly timeout: number
  readonly p50: number
  readonly p99: number
}

export interface Load {
  readonly port: number
  readonly seconds: number
  readonly connections: number
  /** What requests.lua reads: see there. */
  readonly file: string
  /** Where numbered names go on. */
  readonly first?: number
}

/** How many questions were not answered, or with 400 and above. */
export const faultsOf = ({ connect, read, write, status, timeout }: Figures) =>
  connect + read + write + status + timeout

/** Where numbered names go on after a load: those still under way when it ended have had their numbers, too. */
export const firstAfter = ({ first = 0, connections }: Load, { requests }: Figures) =>
  first + requests + 2 * connections

/** Puts a server under load, and gives the figures with the processor time that the load generator itself has used. */
export async function underLoad(load: Load): Promise<Figures & { readonly loadSeconds: number }> {
  const { port, seconds, connections, file, first = 0 } = load
  const pinned = ['-c', loadCore, 'wrk', '-t', 1, '-c', connections, '-d', seconds, '--timeout', 10, '-s', script]
  const args = [...pinned, `http://127.0.0.1:${port}`, '--', file, first].map(String)
  const child = spawn('taskset', args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let loadSeconds = 0
  const look = () => {
    loadSeconds = processorSeconds(child.pid as number) ?? loadSeconds
  }
  const looking = setInterval(look, 20)
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  clearInterval(looking)
  const figures = /^figures (.*)$/m.exec(printed)?.[1]
  if (code !== 0 || figures === undefined) throw new Error(`wrk ended with ${code}: ${printed}`)
  return { ...(JSON.parse(figures) as Figures), loadSeconds }
}
