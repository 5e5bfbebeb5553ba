import { join, resolve } from 'node:path'
import t from 'tap'
import { readConfig, readHome } from '../../src/config/config.ts'
import { ConfigError } from '../../src/config/config-values.ts'

const root = resolve(import.meta.dirname, '../..')
const defaults = {
  host: '127.0.0.1',
  port: 3000,
  logLevel: 'info',
  dataDir: join(root, 'data'),
  databasePath: join(root, 'var/qingdan.sqlite'),
  homeRegion: '620802',
  publicUrl: undefined,
  metricsPort: null,
  logNames: false,
  decisions: null,
  apiKeysFile: null,
  rateLimit: null,
  corsOrigins: [],
  trustedProxies: [],
  load: { timeoutMs: 300_000, heapMb: null },
  drainMs: 0,
  timeouts: { connection: 10_000, headers: 15_000, request: 30_000, keepAlive: 72_000 },
  work: { processes: 1, waitMs: 5000, timeMs: 4000, memoryMb: 96 },
  maxConnections: null,
  overload: { eventLoopDelayMs: 250, heapMb: null },
}

t.test('no variable has to be set, and a blank one is not set', async (t) => {
  t.strictSame(readConfig({}), defaults)
  for (const blank of ['', ' ', '\t']) {
    const environment = { HOST: blank, PORT: blank, LOG_LEVEL: blank, DATA_DIR: blank, DATABASE_PATH: blank }
    t.strictSame(readConfig(environment), defaults, JSON.stringify(blank))
  }
  t.strictSame(readConfig({ HOST: undefined }), defaults)
})

t.test('every variable is used', async (t) => {
  const environment = {
    HOST: '::',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: '/srv/data',
    DATABASE_PATH: '/srv/q.sqlite',
    HOME_REGION: '420506',
    PUBLIC_URL: 'https://qingdan.example/lookup/',
    MAX_CONNECTIONS: '500',
    LOAD_TIMEOUT_MS: '60000',
    LOAD_HEAP_MB: '512',
    DECISIONS_FILE: '/var/log/decisions.jsonl',
    DECISIONS_FILE_MB: '20',
    DECISIONS_FILES: '3',
  }
  t.strictSame(readConfig(environment), {
    ...defaults,
    host: '::',
    port: 0,
    logLevel: 'silent',
    dataDir: '/srv/data',
    databasePath: '/srv/q.sqlite',
    homeRegion: '420506',
    publicUrl: 'https://qingdan.example/lookup',
    maxConnections: 500,
    load: { timeoutMs: 60_000, heapMb: 512 },
    decisions: { path: '/var/log/decisions.jsonl', mostBytes: 20 * 2 ** 20, files: 3 },
  })
  t.equal(readConfig({ DATA_DIR: 'data' }).dataDir, resolve('data'), 'a relative path starts where the process does')
  t.equal(readConfig({ PORT: '65535' }).port, 65535)
})

t.test('variables of others do not matter', async (t) => {
  t.strictSame(readConfig({ PATH: '/bin', port: 'x', QINGDAN_PORT: '1' }), defaults)
})

t.test('a value that cannot be used is refused by the name of its variable', async (t) => {
  const bad: Record<string, string[]> = {
    PORT: ['65536', '-1', '80.5', 'http', '3000/tcp', 'NaN', 'Infinity'],
    LOG_LEVEL: ['verbose', 'INFO', '30'],
    WORK_PROCESSES: ['0', '65', '1.5', 'all'],
    WORK_TIME_MS: ['0', '-1', '4s', '3600001'],
    WORK_MEMORY_MB: ['31', '96MB', 'Infinity'],
    DECISIONS_FILE_MB: ['0', '100001', '10MB', 'Infinity'],
    DECISIONS_FILES: ['1', '1001', '2.5'],
    MAX_CONNECTIONS: ['0', '-1', '1000001', '1.5', 'many', 'Infinity'],
  }
  for (const [variable, values] of Object.entries(bad)) {
    for (const value of values) {
      try {
        readConfig({ [variable]: value })
        t.fail(`${variable}=${value} was taken`)
      } catch (error) {
        t.ok(error instanceof ConfigError, `${variable}=${value}`)
        t.match((error as Error).message, new RegExp(`^${variable} must be`))
      }
    }
  }
})

t.test('what is wrong with each variable is told at once, with the words that are allowed', async (t) => {
  t.throws(() => readConfig({ PORT: '70000', LOG_LEVEL: 'verbose' }), {
    name: 'ConfigError',
    message:
      'PORT must be <= 65535; LOG_LEVEL must be equal to one of the allowed values: fatal, error, warn, info, debug, trace, silent',
  })
})

t.test('the metrics have a port of their own; where the system chooses both, they may be the same', async (t) => {
  const message = 'PORT and METRICS_PORT must differ, and both are 3000'
  t.throws(() => readConfig({ PORT: '3000', METRICS_PORT: '3000' }), { name: 'ConfigError', message })
  t.throws(() => readConfig({ METRICS_PORT: '3000' }), { message }, 'the default counts as well')
  t.match(readConfig({ PORT: '3000', METRICS_PORT: '3001' }), { port: 3000, metricsPort: 3001 })
  t.match(readConfig({ PORT: '0', METRICS_PORT: '0' }), { port: 0, metricsPort: 0 })
})

t.test('work and the wait for it end before the connection of whoever sent it is closed', async (t) => {
  t.match(readConfig({ WORK_PROCESSES: '4', WORK_TIME_MS: '3000', WORK_MEMORY_MB: '512' }), {
    work: { processes: 4, waitMs: 3750, timeMs: 3000, memoryMb: 512 },
  })
  t.equal(readConfig({ WORK_TIME_MS: '9000', CONNECTION_TIMEOUT_MS: '20000' }).work.timeMs, 8000)
  t.equal(readConfig({ CONNECTION_TIMEOUT_MS: '1000' }).work.timeMs, 400)
})

t.test('the home of questions is a region code', async (t) => {
  for (const value of ['62080', '062080', 'home']) {
    const wrong = { name: 'ConfigError', message: /^HOME_REGION must match/ }
    t.throws(() => readConfig({ HOME_REGION: value }), wrong)
    t.throws(() => readHome({ HOME_REGION: value }), wrong)
  }
  t.equal(readHome({}), '620802')
  t.equal(readHome({ HOME_REGION: '420506', PORT: 'x' }), '420506')
})

t.test('a public address is one that a browser can open', async (t) => {
  for (const url of [
    'qingdan.example',
    'ftp://qingdan.example',
    'https://',
    'https://a b',
    'https://a?b',
    'https://a#b',
    'http://a:99999999',
    'http://[::',
    'http:///a',
  ]) {
    t.throws(() => readConfig({ PUBLIC_URL: url }), { message: /^PUBLIC_URL must be an address/ }, url)
  }
  t.equal(readConfig({ PUBLIC_URL: 'http://10.0.0.5:3000/' }).publicUrl, 'http://10.0.0.5:3000')
})
