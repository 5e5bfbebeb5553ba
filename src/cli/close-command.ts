import { type Command, Option } from 'commander'
import { Kind } from '../lists/terms.ts'
import type { CloseFlags } from './close-silence.ts'
import { CLOSE } from './close-words.ts'
import { IMPORT, LOCATIONS } from './command-words.ts'
import { day } from './import-options.ts'
import { place } from './location-options.ts'
import { dayOrMonth, filled, ids, regionCode, slug } from './place-options.ts'
import { attempt } from './run-command.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** qingdan close <code> --kind … --document … --clause … */
export function closeCommand(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const { language } = terminal
  program
    .command('close')
    .description(CLOSE.description[language])
    .argument('<code>', CLOSE.code[language], regionCode)
    .addOption(new Option('--kind <KIND>', CLOSE.kind[language]).choices(Kind.enum).makeOptionMandatory())
    .requiredOption('--document <ID>', CLOSE.document[language], slug)
    .requiredOption('--clause <CLAUSE>', CLOSE.clause[language], filled)
    .option('--text <TEXT>', CLOSE.text[language], filled)
    .option('--from <DAY>', CLOSE.from[language], day)
    .option('--without <ID>', CLOSE.without[language], ids)
    .option('--title <TEXT>', CLOSE.title[language], filled)
    .option('--number <TEXT>', CLOSE.number[language], filled)
    .option('--issuer <TEXT>', CLOSE.issuer[language], filled)
    .option('--issued <DAY>', CLOSE.issued[language], dayOrMonth)
    .option('--dry-run', IMPORT.dryRun[language])
    .option('--data <DIR>', LOCATIONS.data[language], place)
    .action((code: string, flags: CloseFlags) =>
      attempt(terminal, done, async () => (await import('./close-silence.ts')).closeSilence(code, flags, terminal)),
    )
}
