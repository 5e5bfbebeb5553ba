import type { CatalogueLocation, LoadBounds } from '../config/catalogue-location.ts'
import { buildAside, usualBounds } from './build-aside.ts'
import { openBuilt } from './ensure-database.ts'
import { openCatalogue, readSnapshot } from './read-snapshot.ts'
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
  refused(error: Error): void
}

/**
 * The snapshot being served and the way to the next one. New data are read, checked and built beside the old, on another thread;
 * only a whole new snapshot takes the old one's place, in one step. Whoever holds the old one keeps it.
 */
export class Catalogue {
  readonly #location: CatalogueLocation
  readonly #observer: ReloadObserver
  readonly #bounds: LoadBounds
  #snapshot: Snapshot
  #load: LoadState
  #running: Promise<void> | undefined
  #again = false

  private constructor(
    location: CatalogueLocation,
    observer: ReloadObserver,
    bounds: LoadBounds,
    snapshot: Snapshot,
    started: Date,
  ) {
    this.#location = location
    this.#observer = observer
    this.#bounds = bounds
    this.#snapshot = snapshot
    this.#load = finished(started.toISOString())
  }

  /** Opens the data for the first time. @throws DataError, or an error of the file system: there is nothing older to serve. */
  static async open(
    location: CatalogueLocation,
    observer: ReloadObserver,
    bounds: LoadBounds = usualBounds,
  ): Promise<Catalogue> {
    const started = new Date()
    return new Catalogue(location, observer, bounds, await openCatalogue(location), started)
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
    try {
      const { hash, identity } = await buildAside(this.#location, this.#bounds)
      const changed = hash !== this.#snapshot.contentHash
      if (changed) this.#snapshot = readSnapshot(openBuilt(this.#location, hash, identity))
      this.#load = finished(started)
      this.#observer.loaded(this.#snapshot.version, changed)
    } catch (error) {
      this.#load = { state: 'failed', started, finished: new Date().toISOString(), error: (error as Error).message }
      this.#observer.refused(error as Error)
    }
  }
}

function finished(started: string): LoadState {
  return { state: 'current', started, finished: new Date().toISOString(), error: null }
}
