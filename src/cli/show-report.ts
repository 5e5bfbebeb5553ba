import type { Report } from '../intake/report.ts'
import { commandFor, doubtLines } from './import-doubts.ts'
import { columnLines, counts, messages, preview } from './import-report.ts'
import type { Terminal } from './terminal.ts'

/** A word of the command line as a shell takes it. */
const typed = (word: string) =>
  /^[\p{L}\p{N}./_:=,-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`

/** Shows what was read, then what is to be said of it; doubts last, on the error stream, where the eye ends. */
export function showReport(report: Report, { language, width, args, out, error }: Terminal): void {
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
