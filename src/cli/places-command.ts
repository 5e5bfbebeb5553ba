import type { Command } from 'commander'
import { checkWords } from './check-words.ts'
import { day } from './import-options.ts'
import { withLocations } from './location-options.ts'
import { PLACES } from './places-words.ts'
import { attempt } from './run-command.ts'
import type { PlacesFlags } from './show-places.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** qingdan places [place…] */
export function placesCommand(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const { language } = terminal
  withLocations(program.command('places').description(PLACES.description[language]), terminal)
    .argument('[place...]', PLACES.place[language])
    .option('--on <DAY>', checkWords.on[language], day)
    .action((places: string[], flags: PlacesFlags) =>
      attempt(terminal, done, async () => (await import('./show-places.ts')).showPlaces(places, flags, terminal)),
    )
}
