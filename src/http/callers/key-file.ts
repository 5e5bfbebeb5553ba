import { readFileSync, statSync } from 'node:fs'
import { ConfigError } from '../../config/config-values.ts'
import { FileRefused, readRegularFile } from '../../files/read-regular-file.ts'

/** Who may call: a name, and the SHA-256 of the key that proves it. The key itself is known to the caller only. */
export interface Caller {
  readonly name: string
  readonly digest: Buffer
}

/** Megabytes of a file of keys: ten thousand callers. */
const mostMegabytes = 1

/**
 * What the file of keys says. At the start it may come through a pipe; later nothing is waited for.
 * @throws ConfigError when it cannot be read.
 */
export function readKeyFile(path: string, starting = false): string {
  try {
    if (starting && statSync(path).isFIFO()) return readFileSync(path, 'utf8')
    return readRegularFile(path, mostMegabytes).toString()
  } catch (error) {
    if (error instanceof FileRefused) throw new ConfigError(`API_KEYS_FILE ${error.message}`)
    throw new ConfigError(`API_KEYS_FILE cannot be read: ${(error as Error).message}`)
  }
}

/**
 * The callers that a file of keys names. A line is what `sha256sum` prints: the SHA-256 of a key in hexadecimal, a space, the caller's name. A caller
 * may have several keys, so that a new one can be handed out before the old one is taken back. A file without keys lets nobody in.
 * @throws ConfigError naming the line at fault, never what stands there: it may be a key by mistake.
 */
export function callersIn(text: string): readonly Caller[] {
  const seen = new Set<string>()
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (/^\s*(#|$)/.test(line)) return []
    const [, hex = '', name = ''] = /^([0-9a-f]{64})\s+(\S.{0,63}?)\s*$/i.exec(line) ?? []
    const wrong =
      name === '' ? 'must be the SHA-256 of a key, a space and a name of at most 64 characters' : 'repeats a key'
    if (name === '' || seen.has(hex.toLowerCase())) throw new ConfigError(`API_KEYS_FILE line ${index + 1} ${wrong}`)
    seen.add(hex.toLowerCase())
    return [{ name, digest: Buffer.from(hex, 'hex') }]
  })
}
