import { type Command, Option } from 'commander'
import { Completeness, Grade } from '../lists/terms.ts'
import { IMPORT, LOCATIONS } from './command-words.ts'
import type { Flags } from './import-annex.ts'
import { bracketChoice, columnChoice, day, keptNames, rowNames, tableNames } from './import-options.ts'
import { place } from './location-options.ts'
import { attempt } from './run-command.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** A list that was imported has items: it is not absent. */
const COMPLETENESS = Completeness.enum.filter((one) => one !== 'absent')

/** qingdan import <file> --list <id> */
export function importCommand(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const words = (key: keyof typeof IMPORT) => IMPORT[key][terminal.language]
  const choice = (flags: string, key: keyof typeof IMPORT, of: readonly string[]) =>
    new Option(flags, words(key)).choices(of)
  program
    .command('import')
    .description(words('description'))
    .argument('<file>', words('file'))
    .requiredOption('--list <id>', words('list'))
    .option('--dry-run', words('dryRun'))
    .option('--column <N=FIELD>', words('column'), columnChoice)
    .option('--skip-row <ROW>', words('skipRow'), rowNames)
    .option('--skip-table <TABLE>', words('skipTable'), tableNames)
    .option('--keep-row <ROW>', words('keepRow'), keptNames)
    .option('--brackets <ROW=KIND>', words('brackets'), bracketChoice)
    .option('--split <ROW>', words('split'), rowNames)
    .option('--part <PART>', words('part'))
    .option('--renumber', words('renumber'))
    .option('--fill-down', words('fillDown'))
    .addOption(choice('--place <SIDE>', 'place', ['exterior', 'interior']))
    .option('--accept-annex', words('acceptAnnex'))
    .option('--accept-loss', words('acceptLoss'))
    .option('--accept-sample', words('acceptSample'))
    .option('--add', words('add'))
    .addOption(choice('--completeness <STATE>', 'completeness', COMPLETENESS))
    .addOption(choice('--grade <GRADE>', 'grade', Grade.enum))
    .option('--data <DIR>', LOCATIONS.data[terminal.language], place)
    .option('--date <DAY>', words('date'), day)
    .action((file: string, flags: Flags) =>
      attempt(terminal, done, async () => (await import('./import-annex.ts')).importAnnex(file, flags, terminal)),
    )
}
