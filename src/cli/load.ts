import type { Command } from 'commander'
import { ensureDatabase } from '../catalogue/ensure-database.ts'
import { readSnapshot } from '../catalogue/read-snapshot.ts'
import { attempt } from './attempt.ts'
import { type LocationFlags, locationOf, withLocations } from './locations.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'
import { LOAD } from './words.ts'

/** qingdan load: builds the SQLite file where it is out of date, so that the service only has to open it. */
export function loadCommand(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const { language } = terminal
  withLocations(program.command('load').description(LOAD.description[language]), terminal).action(
    (flags: LocationFlags) =>
      attempt(terminal, done, async () => {
        const database = await ensureDatabase(locationOf(flags, terminal.environment))
        try {
          const { version, lists } = readSnapshot(database)
          const items = [...lists.values()].reduce((sum, list) => sum + list.items.length, 0)
          terminal.out(`${LOAD.loaded(version, lists.size, items)[language]}\n`)
        } finally {
          database.close()
        }
        return EXIT.ok
      }),
  )
}
