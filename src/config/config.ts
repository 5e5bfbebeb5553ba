import { resolve } from 'node:path'
import { envSchema } from 'env-schema'
import { type Static, type TObject, Type } from 'typebox'
import packageJson from '../../package.json' with { type: 'json' }
import type { WorkLimits } from '../work/work-limits.ts'
import type { CatalogueLocation, LoadBounds } from './catalogue-location.ts'
import { ConfigError, type RateLimit, readOrigins, readProxies, readPublicUrl, readRateLimit } from './config-values.ts'

const root = resolve(import.meta.dirname, '../..')
const port = { minimum: 0, maximum: 65535 }
const milliseconds = (least: number, byDefault: number) =>
  Type.Integer({ default: byDefault, minimum: least, maximum: 3_600_000 })
const text = Type.Optional(Type.String())

/** Where a question without a region is asked unless the operator says otherwise: no place is named in the program itself. */
export const usualHome = packageJson.config.homeRegion
const home = { HOME_REGION: Type.String({ default: usualHome, pattern: '^[1-9]\\d{5}$' }) }
const HomeOnly = Type.Object(home)

const places = {
  DATA_DIR: Type.String({ default: resolve(root, 'data'), minLength: 1 }),
  ANNEX_DIR: Type.Optional(Type.String({ minLength: 1 })),
  DATABASE_PATH: Type.String({ default: resolve(root, 'var/qingdan.sqlite'), minLength: 1 }),
}
const PlacesOnly = Type.Object(places)

/** The environment variables of the service. .env.template explains each. */
const Environment = Type.Object({
  HOST: Type.String({ default: '127.0.0.1', minLength: 1 }),
  PORT: Type.Integer({ default: 3000, ...port }),
  METRICS_PORT: Type.Optional(Type.Integer(port)),
  LOG_LEVEL: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    type: 'string',
    default: 'info',
  }),
  LOG_NAMES: Type.Boolean({ default: false }),
  DECISIONS_FILE: text,
  DECISIONS_FILE_MB: Type.Integer({ default: 100, minimum: 1, maximum: 100_000 }),
  DECISIONS_FILES: Type.Integer({ default: 10, minimum: 2, maximum: 1000 }),
  ...home,
  ...places,
  PUBLIC_URL: text,
  API_KEYS_FILE: text,
  RATE_LIMIT: text,
  CORS_ORIGINS: text,
  TRUST_PROXY: text,
  LOAD_TIMEOUT_MS: milliseconds(1, 300_000),
  LOAD_HEAP_MB: Type.Optional(Type.Integer({ minimum: 16, maximum: 1_000_000 })),
  DRAIN_MS: milliseconds(0, 0),
  CONNECTION_TIMEOUT_MS: milliseconds(1, 10_000),
  HEADERS_TIMEOUT_MS: milliseconds(1, 15_000),
  REQUEST_TIMEOUT_MS: milliseconds(1, 30_000),
  KEEP_ALIVE_TIMEOUT_MS: milliseconds(1, 72_000),
  MAX_CONNECTIONS: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  MAX_EVENT_LOOP_DELAY_MS: milliseconds(0, 250),
  WORK_PROCESSES: Type.Integer({ default: 1, minimum: 1, maximum: 64 }),
  WORK_TIME_MS: milliseconds(1, 4000),
  WORK_MEMORY_MB: Type.Integer({ default: 96, minimum: 32, maximum: 1_000_000 }),
  MAX_HEAP_MB: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
})

export interface Config extends CatalogueLocation {
  readonly host: string
  readonly port: number
  /** Port of the metrics; null: none are collected. */
  readonly metricsPort: number | null
  readonly logLevel: Static<typeof Environment>['LOG_LEVEL']
  /** Whether the names asked about may be logged. */
  readonly logNames: boolean
  /** Where decisions are kept; null: they are not. */
  readonly decisions: DecisionSettings | null
  /** Code of the region where a question is asked that names none. */
  readonly homeRegion: string
  /** Where people reach the service, without a slash at the end; undefined where the host of each request tells. */
  readonly publicUrl: string | undefined
  /** File with the callers' keys; null: everybody may call. */
  readonly apiKeysFile: string | null
  readonly rateLimit: RateLimit | null
  readonly corsOrigins: readonly string[]
  readonly trustedProxies: readonly string[]
  /** What a reload of the data may take. */
  readonly load: LoadBounds
  /** How long requests are still answered after the order to stop, so that load balancers notice. */
  readonly drainMs: number
  readonly timeouts: Timeouts
  readonly work: WorkLimits
  /** How many connections are served at once; null: as many as suit the machine. */
  readonly maxConnections: number | null
  readonly overload: {
    /** 0: not watched. */
    readonly eventLoopDelayMs: number
    /** null: nine tenths of what Node may use; 0: not watched. */
    readonly heapMb: number | null
  }
}

/** The file of decisions. */
export interface DecisionSettings {
  readonly path: string
  /** How large one may become before it is set aside, in bytes. */
  readonly mostBytes: number
  /** How many are kept, the one that is written among them. */
  readonly files: number
}

/** How long a connection may take for each of its steps, in milliseconds. */
export interface Timeouts {
  readonly connection: number
  readonly headers: number
  readonly request: number
  readonly keepAlive: number
}

/** What the schema says of one variable. */
interface Refusal {
  readonly instancePath: string
  readonly message: string
  readonly params: { readonly allowedValues?: readonly string[] }
}

function sentence({ instancePath, message, params: { allowedValues } }: Refusal): string {
  return `${instancePath.slice(1)} ${message}${allowedValues ? `: ${allowedValues.join(', ')}` : ''}`
}

/** The variables that a schema names. @throws ConfigError naming the variable and what is allowed. */
function readVariables<Schema extends TObject>(schema: Schema, environment: NodeJS.ProcessEnv): Static<Schema> {
  // An empty variable is one that was not set: that is how compose files and shells pass "nothing".
  const data = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''))
  try {
    return envSchema({ schema, data, env: false })
  } catch (error) {
    throw new ConfigError((error as { errors: Refusal[] }).errors.map(sentence).join('; '))
  }
}

const placesOf = ({ DATA_DIR, ANNEX_DIR, DATABASE_PATH }: Static<typeof PlacesOnly>): CatalogueLocation => ({
  dataDir: resolve(DATA_DIR),
  ...(ANNEX_DIR === undefined ? {} : { annexDir: resolve(ANNEX_DIR) }),
  databasePath: resolve(DATABASE_PATH),
})

const decisionsOf = ({ DECISIONS_FILE, DECISIONS_FILE_MB, DECISIONS_FILES }: Static<typeof Environment>) =>
  DECISIONS_FILE === undefined
    ? null
    : { path: resolve(DECISIONS_FILE), mostBytes: DECISIONS_FILE_MB * 2 ** 20, files: DECISIONS_FILES }

/**
 * Reads from environment variables where the data are. What else is configured is not looked at: it may be meant for the service alone.
 * @throws ConfigError naming the variable and what is allowed.
 */
export const readPlaces = (environment: NodeJS.ProcessEnv): CatalogueLocation =>
  placesOf(readVariables(PlacesOnly, environment))

/** The region of a question that names none. @throws ConfigError where the variable holds no code. */
export const readHome = (environment: NodeJS.ProcessEnv): string => readVariables(HomeOnly, environment).HOME_REGION

/**
 * Reads the configuration from environment variables.
 * @throws ConfigError naming the variable and what is allowed.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const read = readVariables(Environment, environment)
  // Infinity passes both as an integer and as a number within bounds.
  for (const [name, value] of Object.entries(read)) {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new ConfigError(`${name} must be integer`)
  }
  if (read.METRICS_PORT && read.METRICS_PORT === read.PORT) {
    throw new ConfigError(`PORT and METRICS_PORT must differ, and both are ${read.PORT}`)
  }
  // A little longer may be spent waiting, for what is before it; a connection that is silent for too long is closed without an answer.
  const workMs = Math.min(read.WORK_TIME_MS, Math.ceil(read.CONNECTION_TIMEOUT_MS * 0.4))
  return {
    host: read.HOST,
    port: read.PORT,
    metricsPort: read.METRICS_PORT ?? null,
    logLevel: read.LOG_LEVEL,
    logNames: read.LOG_NAMES,
    decisions: decisionsOf(read),
    ...placesOf(read),
    homeRegion: read.HOME_REGION,
    publicUrl: readPublicUrl(read.PUBLIC_URL),
    apiKeysFile: read.API_KEYS_FILE === undefined ? null : resolve(read.API_KEYS_FILE),
    rateLimit: readRateLimit(read.RATE_LIMIT),
    corsOrigins: readOrigins(read.CORS_ORIGINS),
    trustedProxies: readProxies(read.TRUST_PROXY),
    load: { timeoutMs: read.LOAD_TIMEOUT_MS, heapMb: read.LOAD_HEAP_MB ?? null },
    drainMs: read.DRAIN_MS,
    timeouts: {
      connection: read.CONNECTION_TIMEOUT_MS,
      // They are a part of the request: Node takes no longer time for them.
      headers: Math.min(read.HEADERS_TIMEOUT_MS, read.REQUEST_TIMEOUT_MS),
      request: read.REQUEST_TIMEOUT_MS,
      keepAlive: read.KEEP_ALIVE_TIMEOUT_MS,
    },
    work: {
      processes: read.WORK_PROCESSES,
      waitMs: Math.ceil(workMs * 1.25),
      timeMs: workMs,
      memoryMb: read.WORK_MEMORY_MB,
    },
    maxConnections: read.MAX_CONNECTIONS ?? null,
    overload: { eventLoopDelayMs: read.MAX_EVENT_LOOP_DELAY_MS, heapMb: read.MAX_HEAP_MB ?? null },
  }
}
