import { BlockList, isIP } from 'node:net'

/** A variable has a value the service cannot use. The message names the variable and what is allowed. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** So many requests in so many milliseconds. */
export interface RateLimit {
  readonly max: number
  readonly windowMs: number
}

const units: Readonly<Record<string, number>> = { second: 1000, minute: 60_000, hour: 3_600_000 }

/** 600/minute → 600 requests in 60,000 ms. */
export function readRateLimit(text: string | undefined): RateLimit | null {
  if (text === undefined) return null
  const [, max = '', unit = ''] = /^([1-9]\d{0,8})\/([a-z]+)$/.exec(text) ?? []
  const windowMs = units[unit]
  if (windowMs === undefined) {
    throw new ConfigError('RATE_LIMIT must be a number of requests per second, minute or hour, such as 600/minute')
  }
  return { max: Number(max), windowMs }
}

const parts = (text: string) => text.split(',').map((part) => part.trim())

/** Origins as a browser sends them: scheme, host and port, nothing after it. `*` stands for every origin. */
export function readOrigins(text: string | undefined): readonly string[] {
  if (text === undefined) return []
  const origins = parts(text)
  for (const origin of origins) {
    if (origin !== '*' && !(URL.canParse(origin) && new URL(origin).origin === origin)) {
      throw new ConfigError(
        `CORS_ORIGINS must be origins such as https://example.org, with commas between; not ${origin}`,
      )
    }
  }
  return origins
}

/** Where people reach the service, without a slash at the end: pages and QR codes lead there. */
export function readPublicUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (/^https?:\/\/[^\s/?#][^\s?#]*$/.test(text) && URL.canParse(text)) return text.replace(/\/+$/, '')
  throw new ConfigError(
    `PUBLIC_URL must be an address such as https://example.org/qingdan, without ? and #; not ${text}`,
  )
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  if (prefix === undefined) return true
  try {
    new BlockList().addSubnet(address, /^\d+$/.test(prefix) ? Number(prefix) : -1, family === 4 ? 'ipv4' : 'ipv6')
    return true
  } catch {
    return false
  }
}

/** Addresses and networks (CIDR) of the proxies whose X-Forwarded-For is believed. */
export function readProxies(text: string | undefined): readonly string[] {
  if (text === undefined) return []
  const networks = parts(text)
  const wrong = networks.find((network) => !isNetwork(network))
  if (wrong === undefined) return networks
  throw new ConfigError(
    `TRUST_PROXY must be addresses or networks such as 10.0.0.0/8, with commas between; not ${wrong}`,
  )
}
