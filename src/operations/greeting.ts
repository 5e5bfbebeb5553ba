import type { AddressInfo } from 'node:net'
import type { Config } from '../config/config.ts'

/**
 * How much is logged where a person reads it: a line of JSON for each request would push the address out of sight, so without LOG_LEVEL
 * only what is wrong is told.
 */
export const levelOnTerminal = ({ logLevel }: Pick<Config, 'logLevel'>, { LOG_LEVEL = '' }: NodeJS.ProcessEnv) =>
  LOG_LEVEL.trim() === '' ? 'warn' : logLevel

/** What a person on this machine opens in a browser: a service that listens everywhere is not reached at "everywhere". */
export function addressToOpen(
  { publicUrl }: Pick<Config, 'publicUrl'>,
  { address, family, port }: AddressInfo,
): string {
  if (publicUrl !== undefined) return publicUrl
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

/** What a person who starts the service on a terminal is told once it is ready. */
export const greeting = (address: string) =>
  `清单已启动，请用浏览器打开 ${address}（按 Ctrl+C 停止）\nQingdan is ready: open ${address} in a browser; Ctrl+C stops it.\n`
