import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import { notWritten } from '../documents/messages/store-messages.ts'
import { mostMegabytes } from '../documents/package/file-limits.ts'
import { readBytes } from '../documents/package/read-bytes.ts'
import { replaceFile } from '../files/replace-file.ts'
import type { ImportOptions } from '../intake/options.ts'
import { readAnnex } from '../intake/read-annex.ts'
import type { Report } from '../intake/report.ts'
import { checkedText, listOf, listPath, readLists } from '../intake/store/list-files.ts'
import { readNames } from '../intake/store/name-files.ts'
import { shanghaiDay } from '../lists/days.ts'
import { Completeness, Grade } from '../lists/terms.ts'
import { readersOf } from '../names/read/items-read.ts'
import { IMPORT, LOCATIONS } from './command-words.ts'
import { bracketChoice, columnChoice, day, rowNames, tableNames } from './import-options.ts'
import { columnLines, counts, messages, preview } from './import-report.ts'
import { type LocationFlags, locationOf, place } from './location-options.ts'
import { readingProgress } from './reading-progress.ts'
import { attempt } from './run-command.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'

interface Flags extends Omit<ImportOptions, 'skip' | 'keep' | 'date'>, Pick<LocationFlags, 'data'> {
  readonly list: string
  readonly dryRun?: boolean
  readonly skipRow?: string[]
  readonly skipTable?: string[]
  readonly keepRow?: string[]
  readonly column?: ImportOptions['columns']
  readonly date?: string
}

/** A list that was imported has items: it is not absent. */
const COMPLETENESS = Completeness.enum.filter((one) => one !== 'absent')

/** qingdan import <file> --list <id> */
export function importCommand(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const words = (key: keyof typeof IMPORT) => IMPORT[key][terminal.language]
  const choice = (flags: string, key: keyof typeof IMPORT, of: readonly string[]) =>
    new Option(flags, words(key)).choices(of)
  program
    .command('import')
    .description(words('description'))
    .argument('<file>', words('file'))
    .requiredOption('--list <id>', words('list'))
    .option('--dry-run', words('dryRun'))
    .option('--column <N=FIELD>', words('column'), columnChoice)
    .option('--skip-row <ROW>', words('skipRow'), rowNames)
    .option('--skip-table <TABLE>', words('skipTable'), tableNames)
    .option('--keep-row <ROW>', words('keepRow'), rowNames)
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
    .action((file: string, flags: Flags) => attempt(terminal, done, () => importAnnex(file, flags, terminal)))
}

async function importAnnex(file: string, flags: Flags, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal
  const { list: id, dryRun, skipRow = [], skipTable = [], keepRow = [], column = [], data: _, date, ...rest } = flags
  const { dataDir: data } = locationOf(flags, terminal.environment)
  const lists = await readLists(data)
  const target = listOf(lists, id)
  const bytes = readBytes(file, mostMegabytes.annex)
  const options = {
    ...rest,
    columns: column,
    skip: [...skipRow, ...skipTable],
    keep: keepRow,
    date: date ?? shanghaiDay(Date.now()),
    others: lists,
    reader: readersOf(await readNames(data))(target.kind),
  }
  const { list, report } = await readAnnex(bytes, basename(file), target, {
    ...options,
    watch: readingProgress(terminal),
  })
  show(report, terminal)
  if (!list) return EXIT.refused
  const text = checkedText(list)
  const say = (zh: string, en: string) => terminal.out(`${language === 'zh' ? zh : en}\n`)
  const path = listPath(data, id)
  if (report.upToDate)
    say(`${path} 已是这份文件的内容，未写入。`, `${path} already holds this file; nothing is written.`)
  else if (dryRun) say(`预览：${path} 未写入。`, `Dry run: ${path} is not written.`)
  else {
    try {
      await replaceFile(path, text)
    } catch (error) {
      terminal.error(notWritten(path, String((error as NodeJS.ErrnoException).code))[language])
      return EXIT.failed
    }
    say(`已写入 ${path}（${list.items.length} 项）。`, `Wrote ${path} (${list.items.length} items).`)
  }
  return EXIT.ok
}

/** Shows what was read, then what is to be said of it; doubts last, on the error stream, where the eye ends. */
function show(report: Report, { language, width, out, error }: Terminal): void {
  const zh = language === 'zh'
  const lines = [
    ...(report.rows.length > 0 ? [preview(report.rows, language, width), '', counts(report.rows, language)] : []),
    ...columnLines(report, language),
    ...messages(report.notices, zh ? '· ' : '- ', language),
    ...messages(report.warnings, zh ? '注意 ' : 'note: ', language),
  ]
  if (lines.length > 0) out(`${lines.join('\n')}\n`)
  const stopped = report.rows.length + report.columns.length > 0 ? (zh ? '停下 ' : 'stopped: ') : ''
  for (const line of messages(report.doubts, stopped, language)) error(line)
}
