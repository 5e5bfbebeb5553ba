import { join } from 'node:path'
import type { Subject } from './subject.ts'

const servers = join(import.meta.dirname, '../servers')

const floor = (id: string, title: string, [file = '', ...how]: readonly string[], cases: string[]): Subject => ({
  id,
  title,
  cases: (one) => cases.includes(one),
  like: 'bytes',
  command: ({ answers, port }) => ({
    program: process.execPath,
    args: [join(servers, file), answers, String(port), ...how],
    port,
    probe: '/',
  }),
})

export const bare = floor(
  'bare',
  'node:http, ready bytes',
  ['bare.ts'],
  ['exact', 'exact-varied', '304', 'items', 'page'],
)
export const bareAlike = floor(
  'bare-alike',
  'node:http, used as the service does',
  ['bare.ts', 'alike'],
  ['exact', 'exact-varied', '304'],
)
export const readyFastify = floor('fastify', 'Fastify, ready string', ['ready-fastify.ts'], ['exact', 'exact-varied'])
