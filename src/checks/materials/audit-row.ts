import type { TableRow } from '../../documents/table-file.ts'
import { namesVillage } from '../../names/issuers/read-issuer.ts'
import type { Answer } from '../../rulings/answer.ts'
import type { Columns } from '../columns-by-role.ts'
import type { Judge } from '../judge.ts'
import { type Paper, papersOf } from './row-papers.ts'

/** One material of a row and what was found; the issuer is whom the row names, else a village that the material's own name names. */
export interface Judged extends Paper {
  /** Absent where there was nothing that could be asked about. */
  readonly answer?: Answer
}

/** A row of the input with every material it names. */
export interface AuditedRow {
  readonly row: TableRow
  readonly judged: readonly Judged[]
}

/** Judges every material that a row names. */
export function auditRow(row: TableRow, columns: Columns, judge: Judge): AuditedRow {
  return { row, judged: papersOf(row, columns, judge).map((paper) => judgePaper(paper, judge)) }
}

/** Asks about a paper. Where the row names no issuer, whom the material's own name names is told as such. */
function judgePaper(paper: Paper, judge: Judge): Judged {
  if (paper.unasked !== undefined) return paper
  const answer = judge('certificate', paper.material, paper.issuer)
  const named = paper.issuer ?? answer.issuer?.written
  return { ...paper, ...(named === undefined ? {} : { issuer: named }), answer }
}

/**
 * What an office does about a material. drop: a list says no, or every list is complete and silent and the row names a village.
 * ask: a person has to find out. waits: only a list that nobody has supplied decides. clear: nothing to do.
 */
export type Standing = 'drop' | 'ask' | 'waits' | 'clear'

export function standingOf({ answer, otherKind, unasked }: Judged): Standing {
  if (!answer) return unasked === 'empty' ? 'clear' : 'ask'
  const fromVillage = answer.issuer !== null && namesVillage(answer.issuer.reading)
  if (answer.outcome === 'prohibited' || (answer.allowed === false && fromVillage)) return 'drop'
  if (answer.allowed === false) return 'ask'
  if (answer.allowed || answer.outcome === 'not_applicable') return 'clear'
  // A form that a village is to fill in may certify something all the same.
  if (otherKind !== undefined && !fromVillage) return 'clear'
  const lacking = answer.consulted.some(({ completeness }) => completeness !== 'complete')
  return answer.outcome === 'undetermined' && lacking ? 'waits' : 'ask'
}
