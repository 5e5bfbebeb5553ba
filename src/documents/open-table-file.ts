import { basename } from 'node:path'
import { openDelimited } from './delimited/delimited-table.ts'
import { Refusal } from './message.ts'
import { noTable } from './messages/table-file-messages.ts'
import { modern } from './old/convert.ts'
import { mostMegabytes } from './package/file-limits.ts'
import { kindOfFile } from './package/kind-of-file.ts'
import { readBytes } from './package/read-bytes.ts'
import { openWorkbook } from './sheet/workbook-table.ts'
import type { TableFile } from './table-file.ts'

/** Opens the file that a person named, also one of an old format. @throws Refusal with the one sentence that says what is wrong with it. */
export async function openTableFile(path: string): Promise<TableFile> {
  const name = basename(path)
  const bytes = readBytes(path, mostMegabytes.table)
  if (!/\.(?:xlsx|xlsm|csv|txt|xls|et|ods)$/i.test(name)) throw new Refusal(noTable(name))
  const file = await modern({ bytes, name })
  return openTable(file.bytes, file.name)
}

/** Opens an .xlsx, .csv or .txt file by its bytes. Lines of text are the rows of a table, as they are in a CSV file. */
export async function openTable(bytes: Buffer, name: string): Promise<TableFile> {
  if (!/\.(?:xlsx|xlsm|csv|txt)$/i.test(name)) throw new Refusal(noTable(name))
  const kind = kindOfFile(bytes, name.replace(/\.txt$/i, '.csv'))
  return kind === 'csv' ? openDelimited(bytes) : openWorkbook(bytes)
}
