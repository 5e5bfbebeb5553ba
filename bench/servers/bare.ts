// The floor: node:http that sends ready answers and does nothing else.  node bench/servers/bare.ts FILE PORT
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { ReadyAnswer } from './ready-answer.ts'

const [file = '', port = '0'] = process.argv.slice(2)
const answers = JSON.parse(readFileSync(file, 'utf8')) as ReadyAnswer[]
const ready = new Map(
  answers.map(({ path, status, headers, body }) => [path, { status, headers, body: Buffer.from(body, 'base64') }]),
)

/** One answer needs no look-up: whatever is asked, it is sent. */
function always(): RequestListener {
  const [{ status, headers, body }] = [...ready.values()] as [ReadyAnswer & { body: Buffer }]
  return (_request, response) => {
    response.writeHead(status, headers).end(body)
  }
}

const byAddress: RequestListener = (request, response) => {
  const answer = ready.get(request.url ?? '')
  if (answer) response.writeHead(answer.status, answer.headers).end(answer.body)
  else response.writeHead(404).end()
}

// As long as the service keeps idle connections, so that the Keep-Alive header is the same.
createServer({ keepAliveTimeout: 72_000 }, ready.size === 1 ? always() : byAddress).listen(Number(port), '127.0.0.1')
