import type { Server } from 'node:net'
import type { FastifyBaseLogger } from 'fastify'

/** As many as one replica serves well: each open connection takes some 10 kB also while it is silent. */
const byDefault = 4096
/** Part of the files a process may open that stays for data, log, metrics and workers, and how many at least. */
const keptBack = { part: 1 / 4, least: 64 }
/** How often it is told that connections are refused, in milliseconds. */
const toldEvery = 10_000

/** How many files this process may have open; Infinity where the system sets no bound. Node raises its own to the highest allowed. */
export function openFileLimit(): number {
  // Looking up the names of those connected could take long.
  Object.assign(process.report, { excludeNetwork: true })
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files: { soft: number | 'unlimited' } } }
  const soft = userLimits?.open_files.soft
  return typeof soft === 'number' ? soft : Number.POSITIVE_INFINITY
}

/** How many connections are served at once: those that were set, as far as files can be opened for them. */
export function mostConnections(set: number | null, openFiles: number): number {
  const fitting = Math.min(Math.floor(openFiles * (1 - keptBack.part)), openFiles - keptBack.least)
  return Math.min(set ?? byDefault, Math.max(fitting, 1))
}

/** Where connections that find no room are counted. */
interface Counted {
  refusedConnections: number
}

/**
 * Bounds the connections of a server. One beyond them is closed at once, as is one for which no file can be opened: those that are open
 * are served on.
 */
export function boundConnections(server: Server, most: number, counted: Counted, logger?: FastifyBaseLogger): void {
  let told = Number.NEGATIVE_INFINITY
  const tell = (error?: Error) => {
    counted.refusedConnections += 1
    const now = performance.now()
    if (now - told < toldEvery) return
    told = now
    logger?.warn({ most, refused: counted.refusedConnections, err: error }, 'connections are refused')
  }
  server.maxConnections = most
  server.on('drop', () => tell())
  // An error that nobody listens to would end the process.
  server.on('error', tell)
}
