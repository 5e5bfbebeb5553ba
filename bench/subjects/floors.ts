import { join } from 'node:path'
import type { Subject } from './subject.ts'

const servers = join(import.meta.dirname, '../servers')

const floor = (id: string, title: string, file: string, cases: Subject['cases']): Subject => ({
  id,
  title,
  cases,
  perCase: true,
  like: 'bytes',
  command: ({ answers, port }) => ({
    program: process.execPath,
    args: [join(servers, file), answers, String(port)],
    port,
    probe: '/',
  }),
})

const once = new Set(['exact', 'exact-varied', '304', 'items', 'page'])

export const bare = floor('bare', 'node:http, ready bytes', 'bare.ts', (id) => once.has(id))
export const readyFastify = floor('fastify', 'Fastify, ready string', 'ready-fastify.ts', (id) =>
  ['exact', 'exact-varied'].includes(id),
)
