import { hash, timingSafeEqual } from 'node:crypto'
import { statSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { ConfigError } from '../../config/config-values.ts'
import { type Caller, callersIn, readKeyFile } from './key-file.ts'

/** Who is told about a change of the keys, for the log. */
export interface KeysObserver {
  loaded(callers: number): void
  refused(error: Error): void
}

/** A full disk or a copy that was broken off leaves a file empty: that locks nobody out. */
const emptied =
  'API_KEYS_FILE is empty, and the keys before it stand; to let nobody in, write a line that begins with #'

/** How often the file of keys is looked at, in milliseconds. */
const interval = 1000

/**
 * The callers of the file of keys, as it stands now: a key taken out of the file opens nothing a second later. What the file says is
 * compared, not its dates: that also sees mounted secrets, whose folder is swapped, and misses no change made while the service starts.
 */
export class Callers {
  readonly #path: string
  readonly #observer: KeysObserver
  readonly #closed = new AbortController()
  /** What comes through a pipe can be read once only: whoever reads it again waits for ever, or finds no key. */
  readonly #once: boolean
  /** What the file said when it was last read; null when it could not be. */
  #text: string | null
  #callers: readonly Caller[]

  /** @throws ConfigError when the file cannot be used: a service that should ask for keys must not start open. */
  constructor(path: string, observer: KeysObserver) {
    this.#path = path
    this.#observer = observer
    this.#text = readKeyFile(path, true)
    this.#callers = callersIn(this.#text)
    this.#once = !statSync(path).isFile()
    // Watching ends by being told to, and has nothing else that it could fail with.
    if (!this.#once) this.#watch().catch(() => {})
  }

  /** Reads the file again. One that cannot be used changes nothing: who could call still can. */
  readonly reload = (): void => {
    if (this.#once) return
    this.#text = null
    try {
      this.#text = readKeyFile(this.#path)
      if (this.#text.trim() === '') throw new ConfigError(emptied)
      this.#callers = callersIn(this.#text)
      this.#observer.loaded(this.#callers.length)
    } catch (error) {
      this.#observer.refused(error as Error)
    }
  }

  /** The name of the caller with this key, or null. Every key is compared, whole, so that time tells nothing of any of them. */
  nameOf(key: string): string | null {
    const digest = hash('sha256', key, 'buffer')
    let name: string | null = null
    for (const caller of this.#callers) if (timingSafeEqual(caller.digest, digest)) name = caller.name
    return name
  }

  close(): void {
    this.#closed.abort()
  }

  async #watch(): Promise<void> {
    for (;;) {
      await setTimeout(interval, null, { ref: false, signal: this.#closed.signal })
      if (this.#readOrNull() !== this.#text) this.reload()
    }
  }
  #readOrNull(): string | null {
    try {
      return readKeyFile(this.#path)
    } catch {
      return null
    }
  }
}
