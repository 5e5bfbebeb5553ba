import { Command, CommanderError, Option } from 'commander'
import stringWidth from 'string-width'
import { auditCommand } from './audit-command.ts'
import { closeCommand } from './close-command.ts'
import { PROGRAM, TITLES, usageError } from './command-words.ts'
import { exportCommand } from './export-command.ts'
import { importCommand } from './import-command.ts'
import { ledgerCommand } from './ledger-command.ts'
import { loadCommand } from './load-command.ts'
import { placesCommand } from './places-command.ts'
import { surveyCommand } from './survey-command.ts'
import { EXIT, type ExitCode, languageOf, type Terminal } from './terminal.ts'
import { verifyCommand } from './verify-command.ts'

/** Adds a command to the program; `done` takes its exit code. */
type AddCommand = (program: Command, terminal: Terminal, done: (code: ExitCode) => void) => void

/** Every command of qingdan. */
const COMMANDS: readonly AddCommand[] = [
  importCommand,
  closeCommand,
  placesCommand,
  loadCommand,
  verifyCommand,
  exportCommand,
  auditCommand,
  surveyCommand,
  ledgerCommand,
]

/** A command that speaks the terminal's language, in help and in errors. Subcommands inherit it. */
export function speaking(program: Command, terminal: Terminal): Command {
  return program
    .configureHelp({
      displayWidth: stringWidth,
      // Descriptions name choices and defaults themselves: commander adds them in English, and a default path is a machine's own.
      optionDescription: (option) => option.description,
      styleTitle: (title) => TITLES[title]?.[terminal.language] ?? title,
    })
    .configureOutput({ writeOut: (text) => terminal.out(text), outputError: () => {} })
    .exitOverride()
    .helpOption('-h, --help', PROGRAM.help[terminal.language])
}

/** Runs a command line; the exit code says how it went. */
export async function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  output: Omit<Terminal, 'language' | 'environment' | 'args'>,
): Promise<ExitCode> {
  const terminal: Terminal = { ...output, language: languageOf(args, env), environment: env, args }
  let code: ExitCode = EXIT.ok
  const program = speaking(new Command('qingdan'), terminal)
    .description(PROGRAM.description[terminal.language])
    .addOption(new Option('--lang <zh|en>', PROGRAM.lang[terminal.language]).choices(['zh', 'en']))
    .helpCommand(false)
  for (const add of COMMANDS) {
    add(program, terminal, (result) => {
      code = result
    })
  }
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return EXIT.ok
    terminal.error(usageError(error)[terminal.language])
    return EXIT.refused
  }
}
