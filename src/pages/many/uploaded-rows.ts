import { openDelimited } from '../../documents/delimited/delimited-table.ts'
import { Refusal } from '../../documents/message.ts'
import { unknownExtension } from '../../documents/messages/file-messages.ts'
import { kindOfFile } from '../../documents/package/kind-of-file.ts'
import { openWorkbook } from '../../documents/sheet/workbook-table.ts'
import type { TableFile } from '../../documents/table-file.ts'
import type { Kind } from '../../lists/terms.ts'
import { type SentRow, Taker } from './sent-rows.ts'

function open(bytes: Buffer, name: string): TableFile | Promise<TableFile> {
  if (/\.txt$/i.test(name)) return openDelimited(bytes)
  const kind = kindOfFile(bytes, name)
  if (kind === 'docx') throw new Refusal(unknownExtension(name))
  return kind === 'csv' ? openDelimited(bytes) : openWorkbook(bytes)
}

/** Names of an uploaded file's first sheet. @throws Refusal with the sentence that says what is wrong with the file. */
export async function uploadedRows(kind: Kind, bytes: Buffer, name: string): Promise<SentRow[]> {
  const { sheets } = await open(bytes, name)
  const taker = new Taker(kind)
  for (const sheet of sheets.slice(0, 1)) {
    for await (const rows of sheet.rows()) for (const row of rows) taker.take(row)
  }
  return taker.rows
}
