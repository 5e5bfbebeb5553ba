// The other floor: Fastify routes without schemas that send ready strings.  node bench/servers/ready-fastify.ts FILE PORT
import { readFileSync } from 'node:fs'
import Fastify from 'fastify'
import type { ReadyAnswer } from './ready-answer.ts'

const [file = '', port = '0'] = process.argv.slice(2)
const answers = JSON.parse(readFileSync(file, 'utf8')) as ReadyAnswer[]
const ready = new Map(
  answers.map(({ path, headers, body }) => {
    const name = decodeURIComponent(path.split('/').at(-2) ?? '')
    return [name, { headers, body: Buffer.from(body, 'base64').toString() }]
  }),
)
const [only] = ready.values()

const app = Fastify({ keepAliveTimeout: 72_000, routerOptions: { maxParamLength: 1000 } })
for (const resource of ['certificates', 'signboards', 'tasks']) {
  app.get<{ Params: { name: string } }>(`/v1/${resource}/:name/status`, (request, reply) => {
    const answer = ready.size === 1 ? only : ready.get(request.params.name)
    if (!answer) return reply.code(404).send()
    return reply.headers(answer.headers).send(answer.body)
  })
}
await app.listen({ host: '127.0.0.1', port: Number(port) })
