import { type Command, Option } from 'commander'
import { Refusal } from '../documents/message.ts'
import { checkWords } from './check-words.ts'
import { LAW, VERIFY } from './command-words.ts'
import { day } from './import-options.ts'
import { withLocations } from './location-options.ts'
import { attempt } from './run-command.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'
import type { VerifyFlags } from './verify-law.ts'

const most = 50

/**
 * qingdan verify: checks the data, and the SQLite file against them. Exit code 2 where they differ. With --law: what law may have
 * overtaken.
 */
export function verifyCommand(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const { language } = terminal
  withLocations(program.command('verify').description(VERIFY.description[language]), terminal)
    .option('--law', LAW.option[language])
    .addOption(new Option('--since <DAY>', LAW.since[language]).argParser(day))
    .addOption(new Option('--on <DAY>', checkWords.on[language]).argParser(day))
    .action((flags: VerifyFlags) =>
      attempt(terminal, done, async () => {
        if (flags.law) return (await import('./verify-law.ts')).verifyLaw(flags, terminal)
        if (flags.since || flags.on) throw new Refusal(LAW.alone)
        const { locationOf } = await import('./location-of.ts')
        const { verifyDatabase } = await import('../catalogue/verify-database.ts')
        const { version, lists, items, differences } = await verifyDatabase(locationOf(flags, terminal.environment))
        terminal.out(`${VERIFY.data(version, lists, items)[language]}\n`)
        if (differences.length === 0) {
          terminal.out(`${VERIFY.same[language]}\n`)
          return EXIT.ok
        }
        terminal.error(VERIFY.differ(differences.length)[language])
        for (const difference of differences.slice(0, most)) terminal.error(`  - ${difference}`)
        if (differences.length > most) terminal.error(VERIFY.more(differences.length - most)[language])
        return EXIT.refused
      }),
    )
}
