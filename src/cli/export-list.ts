import { readSource } from '../catalogue/read-source.ts'
import { replaceFile } from '../files/replace-file.ts'
import { listOf } from '../intake/store/list-files.ts'
import { listText } from '../intake/store/list-text.ts'
import { listTable } from '../reports/lists/list-table.ts'
import { EXPORT, exportFormats } from './command-words.ts'
import { locationOf } from './location-of.ts'
import type { LocationFlags } from './location-options.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'

type Format = (typeof exportFormats)[number]

export interface Flags extends LocationFlags {
  readonly output?: string
  readonly format?: Format
}

export async function exportList(
  id: string,
  { output, format, ...flags }: Flags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { language } = terminal
  const kind = format ?? exportFormats.find((one) => output?.toLowerCase().endsWith(`.${one}`)) ?? 'csv'
  if (!format && output && !exportFormats.some((one) => output.toLowerCase().endsWith(`.${one}`))) {
    terminal.error(EXPORT.unknownEnding[language])
    return EXIT.refused
  }
  if (kind === 'docx' && output === undefined) {
    terminal.error(EXPORT.wordNeedsFile[language])
    return EXIT.refused
  }
  const location = locationOf(flags, terminal.environment)
  const { data } = await readSource(location)
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
