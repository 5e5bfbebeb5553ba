import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { kindOfFile } from '../../intake/file/kind-of-file.ts'
import { fileTooLarge } from '../../intake/messages/file.ts'
import { noSuchFile } from '../../intake/messages/store.ts'
import { Refusal } from '../../intake/refusal.ts'
import { openDelimited } from './delimited.ts'
import { noTable } from './messages.ts'
import type { TableFile } from './table-file.ts'
import { openWorkbook } from './workbook.ts'

/** Half a million rows of a wordy CSV file; workbooks are packed and stay far below. */
const mostMegabytes = 200

/** Opens an .xlsx or .csv file. @throws Refusal with the one sentence that says what is wrong with it. */
export async function openTableFile(path: string): Promise<TableFile> {
  const name = basename(path)
  const bytes = await bytesOf(path)
  if (!/\.(?:xlsx|xlsm|csv)$/i.test(name)) throw new Refusal(noTable(name))
  return kindOfFile(bytes, name) === 'csv' ? openDelimited(bytes) : openWorkbook(bytes)
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    if ((await stat(path)).size > mostMegabytes * 2 ** 20) throw new Refusal(fileTooLarge(mostMegabytes))
    return await readFile(path)
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(noSuchFile(basename(path)))
  }
}
