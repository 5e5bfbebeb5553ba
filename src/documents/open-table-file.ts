import { basename } from 'node:path'
import { openDelimited } from './delimited/delimited-table.ts'
import { Refusal } from './message.ts'
import { noTable } from './messages/table-file-messages.ts'
import { mostMegabytes } from './package/file-limits.ts'
import { kindOfFile } from './package/kind-of-file.ts'
import { readBytes } from './package/read-bytes.ts'
import { openWorkbook } from './sheet/workbook-table.ts'
import type { TableFile } from './table-file.ts'

/** Opens an .xlsx or .csv file. @throws Refusal with the one sentence that says what is wrong with it. */
export async function openTableFile(path: string): Promise<TableFile> {
  const name = basename(path)
  const bytes = readBytes(path, mostMegabytes.table)
  if (!/\.(?:xlsx|xlsm|csv)$/i.test(name)) throw new Refusal(noTable(name))
  return kindOfFile(bytes, name) === 'csv' ? openDelimited(bytes) : openWorkbook(bytes)
}
