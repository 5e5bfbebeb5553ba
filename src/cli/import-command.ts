import { type Command, Option } from 'commander'
import { Completeness, Effect, Grade, Kind } from '../lists/terms.ts'
import { IMPORT, LOCATIONS } from './command-words.ts'
import type { Flags } from './import-annex.ts'
import { bracketChoice, columnChoice, day, keptNames, rowNames, tableNames } from './import-options.ts'
import { IMPORT_PLACE } from './import-place-words.ts'
import { place } from './location-options.ts'
import { dayOfIssue, filled, regionCode, slug } from './place-options.ts'
import { attempt } from './run-command.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** A list that was imported has items: it is not absent. */
const COMPLETENESS = Completeness.enum.filter((one) => one !== 'absent')

/** qingdan import <file> --list <id>, or --region <code> */
export function importCommand(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const words = (key: keyof typeof IMPORT) => IMPORT[key][terminal.language]
  const placeWords = (key: 'region' | 'kind' | 'effect' | 'title' | 'number' | 'issuer' | 'issued' | 'from' | 'id') =>
    IMPORT_PLACE[key][terminal.language]
  const choice = (flags: string, key: keyof typeof IMPORT, of: readonly string[]) =>
    new Option(flags, words(key)).choices(of)
  program
    .command('import')
    .description(words('description'))
    .argument('<file>', words('file'))
    .option('--list <id>', words('list'))
    .option('--region <CODE>', placeWords('region'), regionCode)
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
    .addOption(new Option('--kind <KIND>', placeWords('kind')).choices(Kind.enum))
    .addOption(new Option('--effect <EFFECT>', placeWords('effect')).choices(Effect.enum))
    .option('--title <TEXT>', placeWords('title'), filled)
    .option('--number <TEXT>', placeWords('number'), filled)
    .option('--issuer <TEXT>', placeWords('issuer'), filled)
    .option('--issued <DAY>', placeWords('issued'), dayOfIssue)
    .option('--from <DAY>', placeWords('from'), day)
    .option('--id <ID>', placeWords('id'), slug)
    .action((file: string, flags: Flags) =>
      attempt(terminal, done, async () => (await import('./import-annex.ts')).importAnnex(file, flags, terminal)),
    )
}
