import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Test } from 'tap'
import { localServer } from '../local-server.ts'
import { startService } from '../run-service.ts'

export const examples = join(import.meta.dirname, '../../examples')

interface Ended {
  readonly code: number
  readonly output: string
}

/** Runs a program to its end. Its output is what it printed, in the order of the two streams: first output, then errors. */
export function run(program: string, args: readonly string[], cwd: string, environment = {}): Promise<Ended> {
  // What measures coverage of the tests would also be loaded into every Node that an example starts, and may be absent there.
  const { NODE_OPTIONS: _, ...inherited } = process.env
  const env = { ...inherited, ...environment }
  return new Promise((resolve) => {
    execFile(program, args, { cwd, env, timeout: 300_000, maxBuffer: 1024 * 1024 * 10 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? -1) : 0, output: stdout + stderr })
    })
  })
}

/** Starts the real process, which asks for a key, and gives the variables by which the examples find it. */
export async function serviceForExamples(t: Test) {
  const key = 'key-of-the-examples'
  const folder = t.testdir({ keys: `${createHash('sha256').update(key).digest('hex')} examples\n` })
  const { address } = await startService(t, {
    DATABASE_PATH: join(folder, 'qingdan.sqlite'),
    API_KEYS_FILE: join(folder, 'keys'),
  })
  return { QINGDAN_URL: address, QINGDAN_KEY: key }
}

/** A proxy that answers in place of the service, as one does whose service is away; gives the variables that lead to it. */
export async function proxyWithoutService(t: Test, status: number, headers: Readonly<Record<string, string>> = {}) {
  const port = await localServer(t, (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'text/html', ...headers }).end('<h1>away</h1>')
  })
  return { QINGDAN_URL: `http://127.0.0.1:${port}` }
}

/** What a program is to do after each question, as the examples print it, and the reason and citation that go with it. */
export const decisions = [
  /婚姻状况证明: prohibited, do not demand it\n {2}“婚姻状况证明” is item 8 .+\n {2}source: 关于改进和规范/,
  /村民委员会: permitted, go ahead\n {2}“村民委员会” is item 2 .+\n {2}source: 关于印发/,
  /人口普查协助: permitted, go ahead\n {2}“人口普查协助” is item 38 .+\n {2}source: 全国人口普查条例/,
  /居住证明: undetermined, ask a person\n {2}No list that applies has “居住证明”/,
]
