import { type Command, InvalidArgumentError } from 'commander'
import type { CatalogueLocation } from '../config/catalogue-location.ts'
import { readPlaces } from '../config/config.ts'
import { LOCATIONS } from './command-words.ts'
import type { Terminal } from './terminal.ts'

/** Where the data and the SQLite file are, as the options name them. */
export interface LocationFlags {
  readonly data?: string
  readonly annexes?: string
  readonly database?: string
}

/** What an option that names a place takes. Empty is what a variable holds that nobody set, and would mean another place. */
export function place(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It is empty.')
  return text
}

/** Adds the options that say where the data are. */
export function withLocations(command: Command, { language }: Terminal): Command {
  return command
    .option('--data <DIR>', LOCATIONS.data[language], place)
    .option('--annexes <DIR>', LOCATIONS.annexes[language], place)
    .option('--database <FILE>', LOCATIONS.database[language], place)
}

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
