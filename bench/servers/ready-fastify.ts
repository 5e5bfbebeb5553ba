// The bound: a Fastify route without schemas that sends one ready string.  node bench/servers/ready-fastify.ts FILE PORT
import { readFileSync } from 'node:fs'
import Fastify from 'fastify'

const [file = '', port = '0'] = process.argv.slice(2)
const { headers, body } = JSON.parse(readFileSync(file, 'utf8')) as { headers: Record<string, string>; body: string }

const app = Fastify({ keepAliveTimeout: 72_000, routerOptions: { maxParamLength: 1000 } })
app.get('/v1/certificates/:name/status', (_request, reply) => reply.headers(headers).send(body))
await app.listen({ host: '127.0.0.1', port: Number(port) })
