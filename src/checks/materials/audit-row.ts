import { cellAt, shownAt, type TableRow } from '../../documents/table-file.ts'
import { namesVillage } from '../../names/issuers/read-issuer.ts'
import type { Answer } from '../../rulings/answer.ts'
import type { Columns } from '../columns-by-role.ts'
import type { Judge } from '../judge.ts'
import { cellName, type Unasked } from '../written-name.ts'
import { materialsOf } from './materials-of.ts'
import { namedIssuer } from './named-issuer.ts'

/** One material of a row and what was found. */
export interface Judged {
  readonly material: string
  /** Who issues it, as far as the row says; where its columns do not, whom the material's own name names. */
  readonly issuer?: string
  /** Absent where there was nothing that could be asked about. */
  readonly answer?: Answer
  readonly unasked?: Unasked
}

/** A row of the input with every material it names. */
export interface AuditedRow {
  readonly row: TableRow
  readonly judged: readonly Judged[]
}

/** Judges every material that a row names. */
export function auditRow(row: TableRow, columns: Columns, judge: Judge): AuditedRow {
  const text = cellAt(row, columns.material)
  const issuer = namedIssuer(shownAt(row, columns.issuer), shownAt(row, columns.channel))
  return { row, judged: materialsOf(text, judge).map((material) => judgeOne(material, issuer, judge)) }
}

function judgeOne(text: string, issuer: string | undefined, judge: Judge): Judged {
  const read = cellName(text)
  const names = (who: string | undefined) => (who === undefined ? {} : { issuer: who })
  if (read.state !== 'name') return { material: text.trim(), ...names(issuer), unasked: read.state }
  const answer = judge('certificate', read.name, issuer)
  return { material: read.name, ...names(issuer ?? answer.issuer?.written), answer }
}

/** Whether a row must not stand in a catalogue: a list says no, or every list is complete and silent and the row names a village. */
export function isObjection({ answer }: Judged): boolean {
  if (!answer) return false
  if (answer.outcome === 'prohibited') return true
  return answer.allowed === false && answer.issuer !== null && namesVillage(answer.issuer.reading)
}

/** Whether a person has to look: nothing decides, or the row does not say who issues a paper that a village may not. */
export function mustAsk(judged: Judged): boolean {
  const { answer, issuer, unasked } = judged
  if (!answer) return unasked !== 'empty'
  if (answer.allowed === null) return answer.outcome !== 'not_applicable'
  return answer.allowed === false && issuer === undefined
}
