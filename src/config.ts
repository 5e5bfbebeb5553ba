import { resolve } from 'node:path'
import { envSchema } from 'env-schema'
import { type Static, Type } from 'typebox'

const root = resolve(import.meta.dirname, '..')

/** The environment variables of the service. .env.template explains each. */
const Environment = Type.Object({
  HOST: Type.String({ default: '127.0.0.1', minLength: 1 }),
  PORT: Type.Integer({ default: 3000, minimum: 0, maximum: 65535 }),
  LOG_LEVEL: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    type: 'string',
    default: 'info',
  }),
  DATA_DIR: Type.String({ default: resolve(root, 'data'), minLength: 1 }),
  ANNEX_DIR: Type.Optional(Type.String({ minLength: 1 })),
  DATABASE_PATH: Type.String({ default: resolve(root, 'var/qingdan.sqlite'), minLength: 1 }),
  PUBLIC_URL: Type.Optional(Type.String({ pattern: '^https?://[^/?#\\s]+(/[^?#\\s]*)?$' })),
})

export interface Config {
  readonly host: string
  readonly port: number
  readonly logLevel: Static<typeof Environment>['LOG_LEVEL']
  /** Folder of the data files. */
  readonly dataDir: string
  /** Folder of annexes read on top of the data files. */
  readonly annexDir?: string
  /** Place of the SQLite file built from them. */
  readonly databasePath: string
  /** Where people reach the service, without a slash at the end; undefined where the host of each request tells. */
  readonly publicUrl: string | undefined
}

/** A variable has a value the service cannot use. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
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

/**
 * Reads the configuration from environment variables.
 * @throws ConfigError naming the variable and what is allowed.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  // An empty variable is one that was not set: that is how compose files and shells pass "nothing".
  const data = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''))
  let read: Static<typeof Environment>
  try {
    read = envSchema({ schema: Environment, data, env: false })
  } catch (error) {
    throw new ConfigError((error as { errors: Refusal[] }).errors.map(sentence).join('; '))
  }
  // Infinity passes both as an integer and as a number within bounds.
  if (!Number.isFinite(read.PORT)) throw new ConfigError('PORT must be integer')
  return {
    host: read.HOST,
    port: read.PORT,
    logLevel: read.LOG_LEVEL,
    dataDir: resolve(read.DATA_DIR),
    ...(read.ANNEX_DIR === undefined ? {} : { annexDir: resolve(read.ANNEX_DIR) }),
    databasePath: resolve(read.DATABASE_PATH),
    publicUrl: read.PUBLIC_URL?.replace(/\/+$/, ''),
  }
}
