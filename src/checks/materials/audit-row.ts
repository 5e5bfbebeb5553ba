import { cellAt, shownAt, type TableRow } from '../../documents/table-file.ts'
import type { Answer } from '../../rulings/answer.ts'
import { isVillageIssuer } from '../../rulings/issuer.ts'
import type { Columns } from '../columns-by-role.ts'
import type { Judge } from '../judge.ts'
import { cellName, type Unasked } from '../written-name.ts'
import { otherKind } from './material-type.ts'
import { materialsOf } from './materials-of.ts'
import { namedIssuer, villageInName } from './named-issuer.ts'

/** One material of a row and what was found. */
export interface Judged {
  readonly material: string
  /** Who issues it, as far as the row says; where its columns do not, a village that the material's own name names. */
  readonly issuer?: string
  /** What the table says of its type, where that is none of a certificate. */
  readonly otherKind?: string
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
  const type = shownAt(row, columns.type)
  return { row, judged: materialsOf(text, judge).map((material) => judgeOne(material, issuer, type, judge)) }
}

function judgeOne(text: string, issuer: string | undefined, type: string, judge: Judge): Judged {
  const read = cellName(text)
  const names = (who: string | undefined) => (who === undefined ? {} : { issuer: who })
  if (read.state !== 'name') return { material: text.trim(), ...names(issuer), unasked: read.state }
  const named = issuer ?? villageInName(read.name)
  const other = otherKind(type, read.name)
  return {
    material: read.name,
    ...names(named),
    ...(other === undefined ? {} : { otherKind: other }),
    answer: judge('certificate', read.name, issuer),
  }
}

/**
 * What an office does about a material. drop: a list says no, or every list is complete and silent and the row names a village.
 * ask: a person has to find out. waits: only a list that nobody has supplied decides. clear: nothing to do.
 */
export type Standing = 'drop' | 'ask' | 'waits' | 'clear'

export function standingOf({ answer, issuer, otherKind, unasked }: Judged): Standing {
  if (!answer) return unasked === 'empty' ? 'clear' : 'ask'
  const fromVillage = issuer !== undefined && isVillageIssuer(issuer)
  if (answer.outcome === 'prohibited' || (answer.allowed === false && fromVillage)) return 'drop'
  if (answer.allowed === false) return 'ask'
  if (answer.allowed || answer.outcome === 'not_applicable') return 'clear'
  // A form that a village is to fill in may certify something all the same.
  if (otherKind !== undefined && !fromVillage) return 'clear'
  const lacking = answer.consulted.some(({ completeness }) => completeness !== 'complete')
  return answer.outcome === 'undetermined' && lacking ? 'waits' : 'ask'
}
