import { type Command, Option } from 'commander'
import { contentHash } from '../catalogue/data-files.ts'
import { readSource } from '../catalogue/read-source.ts'
import { reviewLaw } from '../catalogue/review-law.ts'
import { verifyDatabase } from '../catalogue/verify-database.ts'
import { Refusal } from '../documents/message.ts'
import { daysBefore, shanghaiDay } from '../lists/days.ts'
import { checkWords } from './check-words.ts'
import { LAW, VERIFY } from './command-words.ts'
import { day } from './import-options.ts'
import { lawReviewLines } from './law-review.ts'
import { type LocationFlags, locationOf, withLocations } from './location-options.ts'
import { attempt } from './run-command.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'

const most = 50
/** A law is looked at once a quarter. */
const quarter = 90

interface VerifyFlags extends LocationFlags {
  readonly law?: boolean
  readonly since?: string
  readonly on?: string
}

/** qingdan verify: checks the data, and the SQLite file against them. Exit code 2 where they differ. With --law: what law may have overtaken. */
export function verifyCommand(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const { language } = terminal
  withLocations(program.command('verify').description(VERIFY.description[language]), terminal)
    .option('--law', LAW.option[language])
    .addOption(new Option('--since <DAY>', LAW.since[language]).argParser(day))
    .addOption(new Option('--on <DAY>', checkWords.on[language]).argParser(day))
    .action((flags: VerifyFlags) =>
      attempt(terminal, done, () => (flags.law ? verifyLaw(flags, terminal) : verifyFile(flags, terminal))),
    )
}

async function verifyLaw({ since, on = shanghaiDay(Date.now()), ...flags }: VerifyFlags, terminal: Terminal) {
  const location = locationOf(flags, terminal.environment)
  const { data } = await readSource(location, contentHash(location))
  const first = since ?? daysBefore(on, quarter)
  for (const line of lawReviewLines(reviewLaw(data, on, first), terminal.language, first)) terminal.out(`${line}\n`)
  return EXIT.ok
}

async function verifyFile(flags: VerifyFlags, terminal: Terminal) {
  const { language } = terminal
  if (flags.since || flags.on) throw new Refusal(LAW.alone)
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
}
