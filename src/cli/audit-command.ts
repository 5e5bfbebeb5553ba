import type { Command } from 'commander'
import { auditRoles } from '../checks/columns-by-role.ts'
import type { Flags } from './audit-file.ts'
import { checkWords, columnWords } from './check-words.ts'
import { namedColumn } from './column-option.ts'
import { place } from './location-options.ts'
import { settingOptions } from './setting-options.ts'
import type { ExitCode, Terminal } from './terminal.ts'
import { checking } from './write-output.ts'

/** qingdan audit <file> -o <file> */
export function auditCommand(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const words = (key: keyof typeof checkWords) => checkWords[key][terminal.language]
  const command = program
    .command('audit')
    .description(words('audit'))
    .argument('<file>', words('materials'))
    .requiredOption('-o, --output <FILE>', words('output'), place)
    .option('--sheet <SHEET>', words('sheet'))
    .option('--column <ROLE=COLUMN>', columnWords(['material', ...auditRoles])[terminal.language], namedColumn, [])
  settingOptions(command, terminal).action(async (file: string, flags: Flags) => {
    done(await checking(terminal, async () => (await import('./audit-file.ts')).auditFile(file, flags, terminal)))
  })
}
