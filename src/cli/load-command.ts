import type { Command } from 'commander'
import { LOAD } from './command-words.ts'
import { type LocationFlags, withLocations } from './location-options.ts'
import { attempt } from './run-command.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** qingdan load: builds the SQLite file where it is out of date, so that the service only has to open it. */
export function loadCommand(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  withLocations(program.command('load').description(LOAD.description[terminal.language]), terminal).action(
    (flags: LocationFlags) =>
      attempt(terminal, done, async () => (await import('./load-database.ts')).loadDatabase(flags, terminal)),
  )
}
