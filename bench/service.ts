import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from './load/server.ts'

const root = join(import.meta.dirname, '..')
/** What `npm start` and the image run: options of V8 and the bundle. */
const { start } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts as { start: string }
const options = [...start.matchAll(/--\S+/g)].map(([option]) => option)
/** How the image has memory allocated. */
const allocation = readFileSync(join(root, 'Dockerfile'), 'utf8').matchAll(/(MALLOC_\w+)=(\d+)/g)
const variables = Object.fromEntries([...allocation].map(([, name, value]) => [name, value]))

const key = 'a key for the benchmark alone'
/** What a caller of the service as deployed sends along. */
export const authorization = { Authorization: `Bearer ${Buffer.from(key).toString('base64url')}` }

/**
 * The service as its image runs it, with metrics (port 0: the system chooses theirs). `deployed` is how people run it: with keys, a rate
 * limit (which nobody reaches here) and a line in the log for each request; `plain` is without the three. The log goes into a file.
 */
export function service(folder: string, port: number, how: 'deployed' | 'plain', dataDir?: string): Command {
  const keys = join(folder, 'keys')
  const secret = authorization.Authorization.slice('Bearer '.length)
  writeFileSync(keys, `${createHash('sha256').update(secret).digest('hex')} benchmark\n`)
  const guarded = { API_KEYS_FILE: keys, RATE_LIMIT: '999999999/hour', LOG_LEVEL: 'info' }
  return {
    program: process.execPath,
    args: [...options, join(root, 'dist/main.js')],
    port,
    probe: '/readyz',
    env: {
      HOST: '127.0.0.1',
      PORT: String(port),
      METRICS_PORT: '0',
      ...variables,
      ...(how === 'deployed' ? guarded : { LOG_LEVEL: 'warn' }),
      DATABASE_PATH: join(folder, 'qingdan.sqlite'),
      ...(dataDir ? { DATA_DIR: dataDir } : {}),
    },
    log: join(folder, `${port}.log`),
  }
}
