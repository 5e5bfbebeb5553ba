import { stringify } from 'csv-stringify/sync'
import type { ListTable } from './list-table.ts'

/** A list as CSV (RFC 4180) in UTF-8 with a byte order mark, without which office programs take Chinese for another encoding. */
export function listCsv({ header, rows }: ListTable): string {
  // A cell that a spreadsheet would take for a formula gets an apostrophe before it.
  return stringify([header, ...rows], { bom: true, record_delimiter: '\r\n', escape_formulas: true })
}
