import { type Found, rowsBelow } from '../find-header.ts'
import type { Judge } from '../judge.ts'
import { type AuditedRow, auditRow } from './audit-row.ts'
import type { Tally } from './audit-tally.ts'

/** Judges the rows below a header and adds them to a tally, if one is given. */
export async function* auditRows(found: Found, judge: Judge, tally?: Tally): AsyncGenerator<readonly AuditedRow[]> {
  const { columns } = found
  for await (const rows of rowsBelow(found)) {
    const audited = rows.map((row) => auditRow(row, columns, judge))
    for (const row of audited) tally?.add(row, columns)
    yield audited
  }
}
