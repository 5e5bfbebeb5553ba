import type { CatalogueLocation } from '../config/catalogue-location.ts'
import { readPlaces } from '../config/config.ts'
import type { LocationFlags } from './location-options.ts'

/** The places the service itself would use, from its environment variables, unless an option names another. */
export function locationOf(
  { data: DATA_DIR, annexes: ANNEX_DIR, database: DATABASE_PATH }: LocationFlags,
  env: NodeJS.ProcessEnv,
): CatalogueLocation {
  const named = Object.fromEntries(
    Object.entries({ DATA_DIR, ANNEX_DIR, DATABASE_PATH }).filter(([, value]) => value !== undefined),
  )
  return readPlaces({ ...env, ...named })
}
