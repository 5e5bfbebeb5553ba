import { cellAt, shownAt, type TableRow } from '../../documents/table-file.ts'
import type { Columns } from '../columns-by-role.ts'
import type { Judge } from '../judge.ts'
import { cellName, type Unasked } from '../written-name.ts'
import { otherKind } from './material-type.ts'
import { materialsOf } from './materials-of.ts'
import { namedIssuer } from './named-issuer.ts'

/** One paper of a row, as far as the row says; with a name that can be asked about, or why there is none. */
export interface Paper {
  readonly material: string
  readonly issuer?: string
  readonly otherKind?: string
  readonly unasked?: Unasked
}

/** The papers that a row of a table of materials names. Every door reads a row here: audit, ledger and page. */
export function papersOf(row: TableRow, columns: Columns, judge: Judge): Paper[] {
  const issuer = namedIssuer(shownAt(row, columns.issuer), shownAt(row, columns.channel))
  const type = shownAt(row, columns.type)
  const named = issuer === undefined ? {} : { issuer }
  return materialsOf(cellAt(row, columns.material), judge).map((text) => {
    const read = cellName(text)
    if (read.state !== 'name') return { material: text.trim(), ...named, unasked: read.state }
    const other = otherKind(type, read.name)
    return { material: read.name, ...named, ...(other === undefined ? {} : { otherKind: other }) }
  })
}
