import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { auditCsv } from './audit-csv.ts'
import { auditHtml } from './audit-html.ts'
import { auditJson } from './audit-json.ts'
import type { AuditReport } from './audit-report.ts'
import { writeAuditXlsx } from './audit-xlsx.ts'

type Write = (report: AuditReport, out: Writable) => Promise<void>

const text =
  (pieces: (report: AuditReport) => AsyncIterable<string>): Write =>
  (report, out) =>
    pipeline(Readable.from(pieces(report)), out)

export const auditKinds = ['xlsx', 'csv', 'json', 'html'] as const

/** How an audit is written, by the extension of the file. */
export const auditFormats: Readonly<Record<(typeof auditKinds)[number], Write>> = {
  xlsx: writeAuditXlsx,
  csv: text(auditCsv),
  json: text(auditJson),
  html: text(auditHtml),
}
