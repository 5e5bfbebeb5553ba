// The floor: node:http that sends ready answers and does nothing else.  node bench/servers/bare.ts FILE PORT [alike]
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { absentBodiesEnded } from '../../src/http/absent-bodies.ts'
import { holdTickObject } from '../../src/operations/tick-object.ts'
import type { ReadyAnswer } from './ready-answer.ts'

const [file = '', port = '0', how] = process.argv.slice(2)
/** As the service spares Node work: an answer in one piece, streams of absent bodies ended, a tick object that is held. */
const alike = how === 'alike'
if (alike) holdTickObject()

const answers = JSON.parse(readFileSync(file, 'utf8')) as ReadyAnswer[]
const ready = new Map(
  answers.map(({ path, status, headers, body }) => {
    const bytes = Buffer.from(body, 'base64')
    return [path, { status, headers, body: alike ? bytes.toString('latin1') : bytes }]
  }),
)

/** One answer needs no look-up: whatever is asked, it is sent. */
function always(): RequestListener {
  const [{ status, headers, body }] = [...ready.values()] as [
    Pick<ReadyAnswer, 'status' | 'headers'> & { body: string | Buffer },
  ]
  return (_request, response) => {
    response.writeHead(status, headers).end(body, 'latin1')
  }
}

const byAddress: RequestListener = (request, response) => {
  const answer = ready.get(request.url ?? '')
  if (answer) response.writeHead(answer.status, answer.headers).end(answer.body, 'latin1')
  else response.writeHead(404).end()
}

// As long as the service keeps idle connections, so that the Keep-Alive header is the same.
const options = { keepAliveTimeout: 72_000, ...(alike ? absentBodiesEnded : {}) }
createServer(options, ready.size === 1 ? always() : byAddress).listen(Number(port), '127.0.0.1')
