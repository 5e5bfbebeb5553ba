import { setTimeout as wait } from 'node:timers/promises'
import type { CatalogueLocation, LoadBounds } from '../config/catalogue-location.ts'
import { type Built, buildAside, usualBounds } from './build-aside.ts'
import { openBuilt } from './ensure-database.ts'
import { openCatalogue, readSnapshot } from './read-snapshot.ts'
import { restlessFiles } from './restless-files.ts'
import type { Snapshot } from './snapshot.ts'

/** How the last look at the data went. Times are ISO 8601 instants; `error` says why the data were refused. */
export interface LoadState {
  readonly state: 'current' | 'loading' | 'failed'
  readonly started: string
  readonly finished: string | null
  readonly error: string | null
}

/** Who is told about a reload, for the log. */
export interface ReloadObserver {
  loaded(version: string, changed: boolean): void
  /** Told once of what is refused again and again for the same reason. */
  refused(error: Error): void
  /** These files may still be written: they are waited for. */
  waiting?(files: readonly string[]): void
}

/** A load that failed is tried again after so many milliseconds, and after twice as many each time, up to the most. */
const usualRetries = { first: 5000, most: 300_000 }

/**
 * The snapshot being served and the way to the next one. New data are read, checked and built beside the old, in another process;
 * only a whole new snapshot takes the old one's place, in one step. Whoever holds the old one keeps it.
 */
export class Catalogue {
  readonly #location: CatalogueLocation
  readonly #observer: ReloadObserver
  readonly #bounds: LoadBounds
  readonly #retries: typeof usualRetries
  #snapshot: Snapshot
  #load: LoadState
  #running: Promise<void> | undefined
  #again = false
  #retry: NodeJS.Timeout | undefined
  #retryMs: number
  #told: string | null = null

  private constructor(
    location: CatalogueLocation,
    observer: ReloadObserver,
    bounds: LoadBounds,
    retries: typeof usualRetries,
    snapshot: Snapshot,
    started: Date,
  ) {
    this.#location = location
    this.#observer = observer
    this.#bounds = bounds
    this.#retries = retries
    this.#retryMs = retries.first
    this.#snapshot = snapshot
    this.#load = finished(started.toISOString())
  }

  /** Opens the data for the first time. @throws DataError, or an error of the file system: there is nothing older to serve. */
  static async open(
    location: CatalogueLocation,
    observer: ReloadObserver,
    bounds: LoadBounds = usualBounds,
    retries = usualRetries,
  ): Promise<Catalogue> {
    const started = new Date()
    await untilStill(location, observer)
    return new Catalogue(location, observer, bounds, retries, await openCatalogue(location), started)
  }

  get snapshot(): Snapshot {
    return this.#snapshot
  }

  get load(): LoadState {
    return this.#load
  }

  /** Looks at the data again. Never rejects: data that are refused leave the old version serving. Calls during a reload make one more. */
  reload(): Promise<void> {
    if (this.#running) this.#again = true
    this.#running ??= this.#reloadUntilSettled().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  async #reloadUntilSettled(): Promise<void> {
    do {
      this.#again = false
      await this.#reloadOnce()
    } while (this.#again)
  }

  async #reloadOnce(): Promise<void> {
    const started = new Date().toISOString()
    this.#load = { state: 'loading', started, finished: null, error: null }
    clearTimeout(this.#retry)
    try {
      let built: Built
      do {
        await untilStill(this.#location, this.#observer)
        built = await buildAside(this.#location, this.#bounds)
        // What began to change while it was read is read again when it is still.
      } while (restlessFiles(this.#location.annexDir, Date.now()).length > 0)
      const changed = built.hash !== this.#snapshot.contentHash
      if (changed) this.#take(readSnapshot(openBuilt(this.#location, built.hash, built.identity)))
      this.#load = finished(started)
      this.#retryMs = this.#retries.first
      this.#told = null
      this.#observer.loaded(this.#snapshot.version, changed)
    } catch (error) {
      const { message } = error as Error
      this.#load = { state: 'failed', started, finished: new Date().toISOString(), error: message }
      this.#retry = setTimeout(() => void this.reload(), this.#retryMs).unref()
      this.#retryMs = Math.min(this.#retryMs * 2, this.#retries.most)
      if (message !== this.#told) this.#observer.refused(error as Error)
      this.#told = message
    }
  }

  #take(next: Snapshot): void {
    const { file } = this.#snapshot
    this.#snapshot = next
    file?.retire()
  }
}

/** Waits for the files that may still be written. Whoever writes them on and on is waited for: what is there would be half of something. */
async function untilStill({ annexDir }: CatalogueLocation, observer: ReloadObserver): Promise<void> {
  let told = ''
  for (;;) {
    const restless = restlessFiles(annexDir, Date.now())
    if (restless.length === 0) return
    const files = restless.map(({ file }) => file)
    if (files.join() !== told) observer.waiting?.(files)
    told = files.join()
    await wait(Math.max(...restless.map(({ waitMs }) => waitMs)))
  }
}

function finished(started: string): LoadState {
  return { state: 'current', started, finished: new Date().toISOString(), error: null }
}
