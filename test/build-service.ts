import type { FastifyBaseLogger } from 'fastify'
import type { Test } from 'tap'
import { type App, buildApp, type Parts } from '../src/app.ts'
import { openCatalogue } from '../src/catalogue/read-snapshot.ts'
import type { Snapshot } from '../src/catalogue/snapshot.ts'
import { readConfig } from '../src/config/config.ts'
import { type Data, reviewedData, writeData } from './data-folder.ts'

/** Noon of the day on which tests ask, in Asia/Shanghai. */
export const testDay = '2026-11-22'
const noon = Date.parse(`${testDay}T12:00:00+08:00`)

const calm = readConfig({ MAX_EVENT_LOOP_DELAY_MS: '0', MAX_HEAP_MB: '0' })

/** Settings under which a machine that is busy with other tests is no reason to refuse a request. */
export const patient = { ...calm, work: { ...calm.work, waitMs: 60_000, timeMs: 60_000 } }

interface Wishes {
  /** Changes the reviewed data before the service is built on them. */
  readonly change?: (data: Data) => void
  readonly now?: () => number
  readonly logger?: FastifyBaseLogger
  /** Whatever else the application is built from. */
  readonly parts?: Omit<Parts, 'snapshot' | 'now' | 'logger'>
}

/** The snapshot of the reviewed data, changed or not, loaded through a SQLite file in the test's own folder. */
export async function loadSnapshot(t: Test, change: (data: Data) => void = () => {}): Promise<Snapshot> {
  const data = reviewedData()
  change(data)
  return openCatalogue(writeData(t, data))
}

/** Builds the service on the reviewed data, changed or not; it closes when the test ends. */
export async function build(t: Test, { change, now = () => noon, logger, parts = {} }: Wishes = {}) {
  const snapshot = await loadSnapshot(t, change)
  const app: App = await buildApp({
    snapshot: () => snapshot,
    now,
    settings: patient,
    ...(logger ? { logger } : {}),
    ...parts,
  })
  t.teardown(() => app.close())
  return { app, snapshot }
}

/** Hooks that see every request, as those of tracing do; what is answered ahead is told to `answeredAhead`. */
export function watching(
  plugin: (app: App, options: object, done: () => void) => void,
  answeredAhead: NonNullable<Parts['tracing']>['answeredAhead'] = () => {},
): NonNullable<Parts['tracing']> {
  const everywhere = Object.assign(plugin, { [Symbol.for('skip-override')]: true })
  return { plugin: everywhere as never, answeredAhead }
}
