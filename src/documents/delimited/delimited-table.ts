import { tableLimits } from '../package/file-limits.ts'
import type { TableFile } from '../table-file.ts'
import { decode } from './decode.ts'
import { csvRecords } from './records.ts'
import { separatorOf } from './separator.ts'

/** Opens a CSV file in UTF-8 (with or without byte-order mark), UTF-16 or GB18030 as a file of one sheet. */
export function openDelimited(bytes: Buffer): TableFile {
  const { text } = decode(bytes)
  const delimiter = separatorOf(text)
  return { sheets: [{ name: 'CSV', rowCount: linesIn(text), rows: () => csvRecords(text, delimiter, tableLimits) }] }
}

/** As many rows as lines, or fewer where cells hold line breaks. */
function linesIn(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}
