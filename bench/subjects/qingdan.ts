import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from '../load/server.ts'
import type { Subject } from './subject.ts'

const root = join(import.meta.dirname, '../..')
/** What `npm start` and the image run: options of V8 and the bundle. */
const { start } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts
const options: string[] = start.match(/--\S+/g)
/** How the image has memory allocated. */
const allocation = readFileSync(join(root, 'Dockerfile'), 'utf8').matchAll(/(MALLOC_\w+)=(\d+)/g)
const variables = Object.fromEntries([...allocation].map(([, name, value]) => [name, value]))

/**
 * The service as its image runs it: metrics on (port 0: the system chooses theirs), every header and check. The log goes into a file:
 * info writes a line per request, warn none.
 */
export const service = (folder: string, port: number, logLevel: 'info' | 'warn', dataDir?: string): Command => ({
  program: process.execPath,
  args: [...options, join(root, 'dist/main.js')],
  port,
  probe: '/readyz',
  env: {
    HOST: '127.0.0.1',
    PORT: String(port),
    METRICS_PORT: '0',
    ...variables,
    LOG_LEVEL: logLevel,
    DATABASE_PATH: join(folder, 'qingdan.sqlite'),
    ...(dataDir ? { DATA_DIR: dataDir } : {}),
  },
  log: join(folder, `${port}.log`),
})

const withLog = (id: string, title: string, logLevel: 'info' | 'warn'): Subject => ({
  id,
  title,
  cases: () => true,
  like: 'bytes',
  command: ({ folder, port }) => service(folder, port, logLevel),
})

export const qingdan = withLog('qingdan', 'Qingdan, request log off', 'warn')
export const qingdanLogging = withLog('qingdan-log', 'Qingdan, request log on', 'info')
