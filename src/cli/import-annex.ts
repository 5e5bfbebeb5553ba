import { basename } from 'node:path'
import { Refusal } from '../documents/message.ts'
import { notWritten } from '../documents/messages/store-messages.ts'
import { mostMegabytes } from '../documents/package/file-limits.ts'
import { readBytes } from '../documents/package/read-bytes.ts'
import type { ImportOptions } from '../intake/options.ts'
import { readAnnex } from '../intake/read-annex.ts'
import type { Report } from '../intake/report.ts'
import { checkedText, listOf, listPath, readLists, replaceList } from '../intake/store/list-files.ts'
import { readNames } from '../intake/store/name-files.ts'
import { shanghaiDay } from '../lists/days.ts'
import { readersOf } from '../names/read/items-read.ts'
import { commandFor, doubtLines } from './import-doubts.ts'
import { columnLines, counts, messages, preview } from './import-report.ts'
import { locationOf } from './location-of.ts'
import type { LocationFlags } from './location-options.ts'
import { readingProgress } from './reading-progress.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'

export interface Flags extends Omit<ImportOptions, 'skip' | 'keep' | 'date'>, Pick<LocationFlags, 'data'> {
  readonly list: string
  readonly dryRun?: boolean
  readonly skipRow?: string[]
  readonly skipTable?: string[]
  readonly keepRow?: string[]
  readonly column?: ImportOptions['columns']
  readonly date?: string
}

export async function importAnnex(file: string, flags: Flags, terminal: Terminal): Promise<ExitCode> {
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
      await replaceList(path, text, target)
    } catch (error) {
      if (error instanceof Refusal) throw error
      terminal.error(notWritten(path, String((error as NodeJS.ErrnoException).code))[language])
      return EXIT.failed
    }
    say(`已写入 ${path}（${list.items.length} 项）。`, `Wrote ${path} (${list.items.length} items).`)
  }
  return EXIT.ok
}

/** A word of the command line as a shell takes it. */
const typed = (word: string) =>
  /^[\p{L}\p{N}./_:=,-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`

/** Shows what was read, then what is to be said of it; doubts last, on the error stream, where the eye ends. */
function show(report: Report, { language, width, args, out, error }: Terminal): void {
  const zh = language === 'zh'
  const lines = [
    ...(report.rows.length > 0 ? [preview(report.rows, language, width), '', counts(report.rows, language)] : []),
    ...columnLines(report, language),
    ...messages(report.notices, zh ? '· ' : '- ', language),
    ...messages(report.warnings, zh ? '注意 ' : 'note: ', language),
  ]
  if (lines.length > 0) out(`${lines.join('\n')}\n`)
  const stopped = report.rows.length + report.columns.length > 0 ? (zh ? '停下 ' : 'stopped: ') : ''
  for (const line of doubtLines(report.doubts, stopped, language)) error(line)
  const command = commandFor(report.doubts, args.map(typed).join(' '), language)
  if (command) error(command)
}
