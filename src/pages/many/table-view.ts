import { stringify } from 'csv-stringify/sync'
import { roles } from '../../checks/columns-by-role.ts'
import { letters } from '../../documents/sheet/reference.ts'
import type { Kind, Sentence } from '../../lists/terms.ts'
import { roleOf, rolesBeside, type SentTable } from './sent-rows.ts'

/** What the page shows of a table that was sent: what its columns were taken for, to be changed, and the table to be sent again. */
export interface TableView {
  /** Whether there is a header whose columns a person may choose among. */
  readonly named: boolean
  readonly columns: readonly {
    readonly field: string
    readonly label: Sentence
    readonly at: number | undefined
    readonly header: string
    /** Without it nothing can be asked. */
    readonly needed: boolean
  }[]
  readonly headers: readonly string[]
  readonly unread: string
  /** The table as spreadsheets copy it. */
  readonly again: string
}

/** A header in a few characters; a column without one goes by its letter. */
const short = (header: string, at: number) => {
  const text = header.replace(/\s+/gu, ' ').trim() || letters(at + 1)
  return text.length > 30 ? `${text.slice(0, 30).toWellFormed()}…` : text
}

export function tableView(kind: Kind, { header, columns, rows, unread }: SentTable): TableView {
  const headers = header.map(short)
  const all = [...(header.length > 0 ? [header] : []), ...rows.map(({ cells }) => cells)]
  return {
    named: header.length > 0,
    columns: [roleOf[kind], ...rolesBeside[kind]].map((role) => {
      const at = columns[role]
      const needed = role === roleOf[kind]
      return { field: `column-${role}`, label: roles[role].label, at, header: headers[at ?? -1] ?? '', needed }
    }),
    headers,
    unread: unread.join('、'),
    again: stringify(all, { delimiter: '\t', record_delimiter: '\n' }),
  }
}
