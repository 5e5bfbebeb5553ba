import { type Command, Option } from 'commander'
import { contentHash } from '../catalogue/data-files.ts'
import { readSource } from '../catalogue/read-source.ts'
import { replaceFile } from '../files/replace-file.ts'
import { listOf } from '../intake/store/list-files.ts'
import { listText } from '../intake/store/list-text.ts'
import { listTable } from '../reports/lists/list-table.ts'
import { EXPORT } from './command-words.ts'
import { type LocationFlags, locationOf, place, withLocations } from './location-options.ts'
import { attempt } from './run-command.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'

interface Flags extends LocationFlags {
  readonly output?: string
  readonly format?: Format
}

const formats = ['csv', 'json', 'docx'] as const
type Format = (typeof formats)[number]

/** qingdan export <list>: a list as CSV, as JSON (the list file) or as a Word table. */
export function exportCommand(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const { language } = terminal
  const command = program
    .command('export')
    .description(EXPORT.description[language])
    .argument('<list>', EXPORT.list[language])
    .option('-o, --output <FILE>', EXPORT.output[language], place)
    .addOption(new Option('--format <FORMAT>', EXPORT.format[language]).choices(formats))
  withLocations(command, terminal).action((id: string, flags: Flags) =>
    attempt(terminal, done, () => exportList(id, flags, terminal)),
  )
}

async function exportList(id: string, { output, format, ...flags }: Flags, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal
  const kind = format ?? formats.find((one) => output?.toLowerCase().endsWith(`.${one}`)) ?? 'csv'
  if (!format && output && !formats.some((one) => output.toLowerCase().endsWith(`.${one}`))) {
    terminal.error(EXPORT.unknownEnding[language])
    return EXIT.refused
  }
  if (kind === 'docx' && output === undefined) {
    terminal.error(EXPORT.wordNeedsFile[language])
    return EXIT.refused
  }
  const location = locationOf(flags, terminal.environment)
  const { data } = await readSource(location, contentHash(location))
  const list = listOf(data.lists, id)
  const content = await render(kind)
  if (output === undefined) terminal.out(content.toString())
  else {
    await replaceFile(output, content)
    terminal.out(`${EXPORT.written(output, list.items.length)[language]}\n`)
  }
  return EXIT.ok

  /** Each writer is imported when it is asked for: the one for Word is large. */
  async function render(as: Format): Promise<string | Buffer> {
    if (as === 'json') return listText(list)
    const table = listTable(list, new Map(data.documents.map((document) => [document.id, document])))
    if (as === 'csv') return (await import('../reports/lists/list-table.ts')).listCsv(table)
    return (await import('../reports/lists/list-word.ts')).listWord(table)
  }
}
