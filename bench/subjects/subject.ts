import type { Command } from '../load/server.ts'

/** What a subject is started with. */
interface Place {
  /** A folder of the run; the peers' data and the floors' answers stand in it. */
  readonly folder: string
  readonly port: number
  /** The file of ready answers to the questions of the case. */
  readonly answers: string
}

/** Something that is measured. */
export interface Subject {
  readonly id: string
  readonly title: string
  /** The cases it can answer. */
  readonly cases: (id: string) => boolean
  /** How its address for a certificate differs, and how close its answer comes to that of the service. */
  readonly path?: (path: string) => string
  readonly like: 'bytes' | 'body' | 'json'
  readonly command: (place: Place) => Command
}
