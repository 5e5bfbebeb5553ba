import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Test } from 'tap'

const root = resolve(import.meta.dirname, '..')

/** A line of the service's log. */
interface LogLine {
  readonly level: number
  readonly msg: string
  readonly dataset?: string
}

interface Running {
  readonly child: ChildProcess
  readonly address: string
  readonly dataset: string | undefined
}

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** `user` runs it as another user and without what measures coverage, which writes where that user may not. */
interface Manner {
  /** The file to run, if it is not the one in src/. */
  readonly main?: string
  readonly args?: readonly string[]
  /** Told of each line of the log. */
  readonly line?: (text: string) => void
  readonly user?: { readonly uid?: number; readonly gid?: number }
}

function start(
  t: Test,
  environment: NodeJS.ProcessEnv,
  { main = join(root, 'src/main.js'), args = [], user }: Manner,
): ChildProcess {
  const command = [process.execPath, ...args, main]
  const [program = '', ...rest] = user ? ['env', '-u', 'NODE_OPTIONS', ...command] : command
  const child = spawn(program, rest, {
    env: { ...process.env, HOST: '', PORT: '0', LOG_LEVEL: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  })
  t.teardown(() => child.kill('SIGKILL'))
  return child
}

/** Starts the real process and waits until it says it is ready. */
export async function startService(t: Test, environment: NodeJS.ProcessEnv, manner: Manner = {}): Promise<Running> {
  const child = start(t, environment, manner)
  let failure = ''
  child.stderr?.on('data', (part: Buffer) => {
    failure += part
  })
  let address = ''
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      manner.line?.(line)
      const { msg, dataset } = JSON.parse(line) as LogLine
      address = /http:\S+/.exec(msg)?.[0] ?? address
      if (msg === 'ready') resolve({ child, address, dataset })
    })
    lines.on('close', () => reject(new Error(`the service did not start: ${failure}`)))
  })
}

/** Starts the real process and waits until it has ended of itself. */
export async function runToItsEnd(t: Test, environment: NodeJS.ProcessEnv, manner: Manner = {}): Promise<Ended> {
  const child = start(t, environment, manner)
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (part: Buffer) => {
    stdout += part
  })
  child.stderr?.on('data', (part: Buffer) => {
    stderr += part
  })
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  return { code, signal, stdout, stderr }
}
