import type { Command } from 'commander'
import { ensureDatabase } from '../catalogue/ensure-database.ts'
import { loadData } from '../catalogue/load-data.ts'
import { readSnapshot } from '../catalogue/read-snapshot.ts'
import { verifyDatabase } from '../catalogue/verify-database.ts'
import { LOAD } from './command-words.ts'
import { type LocationFlags, locationOf, withLocations } from './location-options.ts'
import { attempt } from './run-command.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'

/** qingdan load: builds the SQLite file where it is out of date, so that the service only has to open it. */
export function loadCommand(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const { language } = terminal
  withLocations(program.command('load').description(LOAD.description[language]), terminal).action(
    (flags: LocationFlags) =>
      attempt(terminal, done, async () => {
        const location = locationOf(flags, terminal.environment)
        // An unchanged hash does not show a file that was tampered with; a person who loads wants it right.
        const { differences } = await verifyDatabase(location)
        if (differences.length > 0) await loadData(location)
        const database = await ensureDatabase(location)
        try {
          const { version, lists } = readSnapshot(database)
          const items = [...lists.values()].reduce((sum, list) => sum + list.size, 0)
          terminal.out(`${LOAD.loaded(version, lists.size, items)[language]}\n`)
        } finally {
          database.close()
        }
        return EXIT.ok
      }),
  )
}
