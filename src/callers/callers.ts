import { hash, timingSafeEqual } from 'node:crypto'
import { unwatchFile, watchFile } from 'node:fs'
import { type Caller, readKeyFile } from './key-file.ts'

/** Who is told about a change of the keys, for the log. */
export interface KeysObserver {
  loaded(callers: number): void
  refused(error: Error): void
}

/** How often the file of keys is looked at, in milliseconds. Looking works for mounted secrets, whose folder is swapped, too. */
const interval = 1000

/** The callers of the file of keys, as it stands now: a key taken out of the file opens nothing a second later. */
export class Callers {
  readonly #path: string
  readonly #observer: KeysObserver
  #callers: readonly Caller[]

  /** @throws ConfigError when the file cannot be used: a service that should ask for keys must not start open. */
  constructor(path: string, observer: KeysObserver) {
    this.#path = path
    this.#observer = observer
    this.#callers = readKeyFile(path)
    watchFile(path, { interval, persistent: false }, this.reload)
  }

  /** Reads the file again. One that cannot be used changes nothing: who could call still can. */
  readonly reload = (): void => {
    try {
      this.#callers = readKeyFile(this.#path)
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
    unwatchFile(this.#path, this.reload)
  }
}
