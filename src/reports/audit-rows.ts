import type { Setting } from '../checks/judge.ts'
import type { AuditedRow, Judged } from '../checks/materials/audit-row.ts'
import { cellAt } from '../documents/table-file.ts'
import type { Language } from '../lists/terms.ts'
import { words } from './audit-words.ts'
import { type Description, describe } from './describe.ts'

/** Columns that an audit adds to those of the input. */
const added = ['judged', 'verdict', 'item', 'basis', 'instead', 'note'] as const

/** The header of the rows: the row's number in the input, the input's own columns, and what was found. */
export function rowHeader(header: readonly string[], language: Language): string[] {
  return [words.row[language], ...header, ...added.map((column) => words[column][language])]
}

/** Widths of these columns, in characters. */
export const rowWidths = (header: readonly string[]): number[] => [15, ...header.map(() => 22), 24, 22, 26, 34, 40, 40]

/** One line of the report: a material with the row it stands in. */
export interface Line {
  readonly judged: Judged
  readonly description: Description
  /** The cells of the input under its header, filled up to the header's width. */
  readonly input: readonly string[]
  /** Cells of the input beyond its header; they come last, so that nothing of the input is lost. */
  readonly beyond: readonly string[]
  readonly no: number
}

/** The lines of a row: one for each material it names. */
export function linesOf({ row, judged }: AuditedRow, width: number, setting: Setting): Line[] {
  const input = Array.from({ length: width }, (_, at) => cellAt(row, at))
  const beyond = row.cells.slice(width)
  return judged.map((one) => ({ judged: one, description: describe(one, setting), input, beyond, no: row.no }))
}

/** What was found, in the order of the added columns. */
export function findings({ judged, description }: Line): string[] {
  const { verdict, item, basis, instead, note } = description
  return [judged.material, verdict, item, basis, instead, note]
}
