import { openSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from '../load/server.ts'
import type { Subject } from './subject.ts'

const main = join(import.meta.dirname, '../../src/main.js')

/** The service as its image runs it: metrics on, every header and check, the log into a file. */
export function service(folder: string, port: number, metricsPort: number, logLevel: string): Command {
  return {
    program: process.execPath,
    args: [main],
    port,
    probe: '/readyz',
    env: {
      HOST: '127.0.0.1',
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      LOG_LEVEL: logLevel,
      DATABASE_PATH: join(folder, 'qingdan.sqlite'),
    },
    log: openSync(join(folder, `${port}.log`), 'w'),
  }
}

/** info writes a line per request, warn writes none. Port 0 lets the system choose where the metrics are read. */
const withLog = (id: string, title: string, logLevel: string): Subject => ({
  id,
  title,
  cases: () => true,
  perCase: false,
  like: 'bytes',
  command: ({ folder, port }) => service(folder, port, 0, logLevel),
})

export const qingdan = withLog('qingdan', 'Qingdan, request log off', 'warn')
export const qingdanLogging = withLog('qingdan-log', 'Qingdan, request log on', 'info')
