import type { Found } from '../checks/find-header.ts'
import type { Setting } from '../checks/judge.ts'
import type { AuditedRow } from '../checks/materials/audit-row.ts'
import type { Tally } from '../checks/materials/audit-tally.ts'

/** An audit on its way into a file. The tally is complete once the rows have been read to their end. */
export interface AuditReport {
  readonly file: string
  readonly found: Found
  readonly setting: Setting
  readonly tally: Tally
  /** Reads and judges the rows, and counts them: to be called once. */
  readonly rows: () => AsyncIterable<readonly AuditedRow[]>
  /** Reads and judges them again without counting, for a report whose counts stand above its rows. */
  readonly rowsAgain: () => AsyncIterable<readonly AuditedRow[]>
}
