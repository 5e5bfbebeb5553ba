import type { Command } from 'commander'
import { checkWords } from './check-words.ts'
import type { Flags } from './ledger-files.ts'
import { place } from './location-options.ts'
import { settingOptions } from './setting-options.ts'
import type { ExitCode, Terminal } from './terminal.ts'
import { checking } from './write-output.ts'

/** qingdan ledger <tasks> <boards> <materials> -o <file> */
export function ledgerCommand(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const words = (key: keyof typeof checkWords) => checkWords[key][terminal.language]
  const command = program
    .command('ledger')
    .description(words('ledger'))
    .argument('<tasks>', words('tasks'))
    .argument('<boards>', words('boards'))
    .argument('<materials>', words('materials'))
    .requiredOption('-o, --output <FILE>', words('workbook'), place)
    .option('--village <NAME>', words('village'))
    .option('--previous <FILE>', words('previous'), place)
  settingOptions(command, terminal).action(async (tasks: string, boards: string, materials: string, flags: Flags) => {
    done(
      await checking(terminal, async () =>
        (await import('./ledger-files.ts')).ledgerOfFiles([tasks, boards, materials], flags, terminal),
      ),
    )
  })
}
