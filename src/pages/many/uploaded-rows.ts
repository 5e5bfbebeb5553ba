import { openTable } from '../../documents/open-table-file.ts'
import type { Kind } from '../../lists/terms.ts'
import { type SentRow, Taker } from './sent-rows.ts'

/** Names of an uploaded file's first sheet. @throws Refusal with the sentence that says what is wrong with the file. */
export async function uploadedRows(kind: Kind, bytes: Buffer, name: string): Promise<SentRow[]> {
  const { sheets } = await openTable(bytes, name)
  const taker = new Taker(kind)
  for (const sheet of sheets.slice(0, 1)) {
    for await (const rows of sheet.rows()) for (const row of rows) taker.take(row)
  }
  return taker.rows
}
