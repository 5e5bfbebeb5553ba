import type { Command } from 'commander'
import { boardRoles } from '../checks/columns-by-role.ts'
import { checkWords, columnWords } from './check-words.ts'
import { namedColumn } from './column-option.ts'
import { place } from './location-options.ts'
import { settingOptions } from './setting-options.ts'
import type { Flags } from './survey-file.ts'
import type { ExitCode, Terminal } from './terminal.ts'
import { checking } from './write-output.ts'

/** qingdan survey <file> [-o <file>] */
export function surveyCommand(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const words = (key: keyof typeof checkWords) => checkWords[key][terminal.language]
  const command = program
    .command('survey')
    .description(words('survey'))
    .argument('<file>', words('boards'))
    .option('-o, --output <FILE>', words('optionalOutput'), place)
    .option('--sheet <SHEET>', words('sheet'))
    .option('--column <ROLE=COLUMN>', columnWords(['board', ...boardRoles])[terminal.language], namedColumn, [])
  settingOptions(command, terminal).action(async (file: string, flags: Flags) => {
    done(await checking(terminal, async () => (await import('./survey-file.ts')).surveyFile(file, flags, terminal)))
  })
}
