import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { loadCore } from './cores.ts'

const script = join(import.meta.dirname, 'requests.lua')

/** What wrk tells at its end. Times in microseconds. */
interface Figures {
  readonly requests: number
  readonly microseconds: number
  readonly bytes: number
  readonly connect: number
  readonly read: number
  readonly write: number
  /** Answers of 400 and above; wrk takes 304 for what it is. */
  readonly status: number
  readonly timeout: number
}

export interface Load {
  readonly port: number
  readonly seconds: number
  readonly connections: number
  /** What requests.lua reads: see there. */
  readonly file: string
}

/** @throws Error where a question was not answered, or with 400 and above. */
export function stopWhereOneFailed(figures: Figures): void {
  const { requests, connect, read, write, status, timeout } = figures
  if (requests === 0 || connect + read + write + status + timeout > 0)
    throw new Error(`not every question was answered: ${JSON.stringify(figures)}`)
}

/** Puts a server under load. */
export async function underLoad({ port, seconds, connections, file }: Load): Promise<Figures> {
  const pinned = ['-c', loadCore, 'wrk', '-t', 1, '-c', connections, '-d', seconds, '--timeout', 10, '-s', script]
  const args = [...pinned, `http://127.0.0.1:${port}`, '--', file].map(String)
  const child = spawn('taskset', args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  const figures = /^figures (.*)$/m.exec(printed)?.[1]
  if (code !== 0 || figures === undefined) throw new Error(`wrk ended with ${code}: ${printed}`)
  return JSON.parse(figures) as Figures
}
