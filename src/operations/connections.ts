import type { Server } from 'node:http'
import type { FastifyBaseLogger } from 'fastify'
import { OpenConnections } from './open-connections.ts'

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

/** How many the system takes beyond the bound, until it is known which has to go. */
const doorstep = 16

/** Where connections that had to go for want of room are counted. */
interface Counted {
  refusedConnections: number
}

interface Bound {
  most: number
  counted: Counted
  logger?: FastifyBaseLogger
  /** What the client at an address is counted by. */
  clientOf?: (address: string | undefined) => string
}

/**
 * Bounds the connections of a server. For one beyond them the client that has the most gives up the one on which nothing was asked for longest:
 * nobody can keep the others out by holding connections. Where all of its connections wait for an answer, the new one is closed, as is
 * one for which no file can be opened.
 */
export function boundConnections(server: Server, { most, counted, logger, clientOf = String }: Bound): void {
  let told = Number.NEGATIVE_INFINITY
  const tell = (error?: Error) => {
    counted.refusedConnections += 1
    const now = performance.now()
    if (now - told < toldEvery) return
    told = now
    logger?.warn({ most, refused: counted.refusedConnections, err: error }, 'connections are refused')
  }
  const open = new OpenConnections()
  server.maxConnections = most + doorstep
  server.on('connection', (socket) => {
    open.opened(socket, clientOf(socket.remoteAddress))
    socket.once('close', () => open.closed(socket))
    if (open.count <= most) return
    const leaving = open.leastNeeded() ?? socket
    open.closed(leaving)
    leaving.destroy()
    tell()
  })
  server.on('request', (request, response) => open.asked(request, response))
  server.on('drop', () => tell())
  // An error that nobody listens to would end the process.
  server.on('error', tell)
}
