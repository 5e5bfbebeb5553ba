import { type Command, Option } from 'commander'
import { EXPORT, exportFormats } from './command-words.ts'
import type { Flags } from './export-list.ts'
import { place, withLocations } from './location-options.ts'
import { attempt } from './run-command.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** qingdan export <list>: a list as CSV, as JSON (the list file) or as a Word table. */
export function exportCommand(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const { language } = terminal
  const command = program
    .command('export')
    .description(EXPORT.description[language])
    .argument('<list>', EXPORT.list[language])
    .option('-o, --output <FILE>', EXPORT.output[language], place)
    .addOption(new Option('--format <FORMAT>', EXPORT.format[language]).choices(exportFormats))
  withLocations(command, terminal).action((id: string, flags: Flags) =>
    attempt(terminal, done, async () => (await import('./export-list.ts')).exportList(id, flags, terminal)),
  )
}
