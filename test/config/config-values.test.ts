import t from 'tap'
import { readConfig } from '../../src/config/config.ts'
import { ConfigError, readOrigins, readProxies, readRateLimit } from '../../src/config/config-values.ts'

t.test('what an operator may set has defaults that ask nothing of callers', async (t) => {
  t.match(readConfig({}), {
    metricsPort: null,
    logNames: false,
    apiKeysFile: null,
    rateLimit: null,
    corsOrigins: [],
    trustedProxies: [],
    drainMs: 0,
    timeouts: { connection: 10_000, headers: 15_000, request: 30_000, keepAlive: 72_000 },
    overload: { eventLoopDelayMs: 250, heapMb: null },
  })
})

t.test('every variable of operation is used', async (t) => {
  const config = readConfig({
    METRICS_PORT: '9464',
    LOG_NAMES: 'true',
    API_KEYS_FILE: '/run/secrets/keys',
    RATE_LIMIT: '600/minute',
    CORS_ORIGINS: 'https://a.example, http://b.example:8080',
    TRUST_PROXY: '10.0.0.0/8,::1',
    LOAD_TIMEOUT_MS: '7',
    LOAD_HEAP_MB: '64',
    DRAIN_MS: '5000',
    CONNECTION_TIMEOUT_MS: '1',
    HEADERS_TIMEOUT_MS: '2',
    REQUEST_TIMEOUT_MS: '3',
    KEEP_ALIVE_TIMEOUT_MS: '4',
    MAX_EVENT_LOOP_DELAY_MS: '5',
    MAX_HEAP_MB: '6',
  })
  t.match(config, {
    metricsPort: 9464,
    logNames: true,
    apiKeysFile: '/run/secrets/keys',
    rateLimit: { max: 600, windowMs: 60_000 },
    corsOrigins: ['https://a.example', 'http://b.example:8080'],
    trustedProxies: ['10.0.0.0/8', '::1'],
    load: { timeoutMs: 7, heapMb: 64 },
    drainMs: 5000,
    timeouts: { connection: 1, headers: 2, request: 3, keepAlive: 4 },
    overload: { eventLoopDelayMs: 5, heapMb: 6 },
  })
})

t.test('the headers of a request have no longer time than the request', async (t) => {
  t.match(readConfig({ REQUEST_TIMEOUT_MS: '10000' }).timeouts, { headers: 10_000, request: 10_000 })
  t.match(readConfig({ REQUEST_TIMEOUT_MS: '15001' }).timeouts, { headers: 15_000, request: 15_001 })
})

t.test('a value that cannot be used is refused by the name of its variable, with what is allowed', async (t) => {
  const bad: Record<string, readonly string[]> = {
    METRICS_PORT: ['65536', '-1', 'off'],
    LOG_NAMES: ['yes', '2'],
    RATE_LIMIT: ['600', '0/minute', '-1/second', '5/day', '1.5/hour', '600/minute/x', 'off'],
    CORS_ORIGINS: ['example.org', 'https://example.org/', 'https://a.example,', 'https://a.example/path', 'null'],
    TRUST_PROXY: ['proxy', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '::/129', '10.0.0.1,', '10.0.0.0/+8'],
    LOAD_TIMEOUT_MS: ['0', '5m', '3600001'],
    LOAD_HEAP_MB: ['0', '15', 'all'],
    DRAIN_MS: ['-1', '5s', '3600001'],
    KEEP_ALIVE_TIMEOUT_MS: ['0'],
    MAX_HEAP_MB: ['-1', 'half'],
  }
  for (const [variable, values] of Object.entries(bad)) {
    for (const value of values) {
      t.throws(
        () => readConfig({ [variable]: value }),
        { name: 'ConfigError', message: new RegExp(`^${variable} must be`) },
        `${variable}=${value}`,
      )
    }
  }
  t.ok(new ConfigError('') instanceof Error)
})

t.test('rates, origins and networks are read as people write them', async (t) => {
  t.strictSame(readRateLimit('2/second'), { max: 2, windowMs: 1000 })
  t.strictSame(readRateLimit('100000/hour'), { max: 100_000, windowMs: 3_600_000 })
  t.strictSame(readOrigins('*'), ['*'])
  t.strictSame(readProxies(' 127.0.0.1 , fd00::/8'), ['127.0.0.1', 'fd00::/8'])
})
