import { type Command, InvalidArgumentError } from 'commander'
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
