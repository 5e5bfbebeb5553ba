import { basename } from 'node:path'
import { kindOfFile } from '../../intake/file/kind-of-file.ts'
import { mostMegabytes } from '../../intake/file/limits.ts'
import { readBytes } from '../../intake/file/read-bytes.ts'
import { Refusal } from '../../intake/refusal.ts'
import { openDelimited } from './delimited.ts'
import { noTable } from './messages.ts'
import type { TableFile } from './table-file.ts'
import { openWorkbook } from './workbook.ts'

/** Opens an .xlsx or .csv file. @throws Refusal with the one sentence that says what is wrong with it. */
export async function openTableFile(path: string): Promise<TableFile> {
  const name = basename(path)
  const bytes = readBytes(path, mostMegabytes.table)
  if (!/\.(?:xlsx|xlsm|csv)$/i.test(name)) throw new Refusal(noTable(name))
  return kindOfFile(bytes, name) === 'csv' ? openDelimited(bytes) : openWorkbook(bytes)
}
