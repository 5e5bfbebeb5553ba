import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Test } from 'tap'
import { localServer } from '../local-server.ts'
import { startService } from '../run-service.ts'

export const examples = join(import.meta.dirname, '../../examples')

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
