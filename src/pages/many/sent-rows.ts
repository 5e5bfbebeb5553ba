import { auditRoles, boardRoles, type Columns, type Role } from '../../checks/columns-by-role.ts'
import { firstHeader, rowsBelow } from '../../checks/find-header.ts'
import { Refusal, say } from '../../documents/message.ts'
import { cellAt, shownAt, type TableFile, type TableRow } from '../../documents/table-file.ts'
import { mostQuestions } from '../../http/schemas/batch-schemas.ts'
import type { Kind } from '../../lists/terms.ts'

/** A table that was pasted or uploaded, with what its columns were taken for. */
export interface SentTable {
  /** Empty where names were sent without a header. */
  readonly header: readonly string[]
  readonly columns: Columns
  /** With what merged cells show filled in. */
  readonly rows: readonly TableRow[]
  /** Other sheets that have such a column as well and are not read. */
  readonly unread: readonly string[]
}

/** The column that holds the name, by what is asked about, and those read beside it. */
export const roleOf: Readonly<Record<Kind, Role>> = { certificate: 'material', signboard: 'board', task: 'task' }
export const rolesBeside: Readonly<Record<Kind, readonly Role[]>> = {
  certificate: ['issuer', 'channel', 'type'],
  signboard: [],
  task: [],
}
/** They choose among headers before a name does, as they do on the command line. */
const others: Readonly<Record<Kind, readonly Role[]>> = {
  certificate: auditRoles,
  signboard: boardRoles,
  task: ['department'],
}

/** Longer tables keep the columns only that play a role: nobody corrects them on the page. In characters. */
const longestTable = 400_000

/** What is longer even so is not read: a few kilobytes of a file can say one long text in each of its cells. In characters. */
const mostText = 1_000_000

const tooManyRows = () =>
  new Refusal(
    say(
      'too-many-rows',
      `一次最多核查 ${mostQuestions} 行。更多的请分次核查，或用命令 qingdan audit。`,
      `The page checks ${mostQuestions} rows at most. Send more in parts, or use the command qingdan audit.`,
    ),
  )

export const tooManyPapers = () =>
  new Refusal(
    say(
      'too-many-papers',
      `一格里写有几项的按几项计，合计超过 ${mostQuestions} 项。请分次核查，或用命令 qingdan audit。`,
      `Several papers in one cell count one by one, and there are more than ${mostQuestions}. Send them in parts, or use the command qingdan audit.`,
    ),
  )

const tooMuchText = () =>
  new Refusal(
    say(
      'too-much-text',
      '表中文字过多。请只保留材料名称、出具单位等所需的列（带表头），再试。',
      'The table holds too much text. Keep only the columns that are needed, such as names and issuers, under a header, and try again.',
    ),
  )

/** The table of a file, as an audit finds it: below titles, by what headers mean. Undefined columns are for a person to choose. */
export async function sentTable(
  kind: Kind,
  file: TableFile,
  { chosen, pasted = false }: { chosen?: Columns | undefined; pasted?: boolean },
): Promise<SentTable> {
  const found = chosen ? undefined : await firstHeader(file, roleOf[kind], others[kind])
  if (found) {
    const rows = await allOf(rowsBelow(found), found.columns[roleOf[kind]])
    return fitted({
      header: found.header.cells,
      columns: wanted(kind, found.columns),
      rows,
      unread: found.unread,
    })
  }
  const [sheet] = file.sheets
  const all = sheet ? await allOf(sheet.rows(), undefined) : []
  if (chosen) {
    const [header, ...rows] = all
    const columns = wanted(kind, chosen)
    const named = rows.filter((row) => cellAt(row, columns[roleOf[kind]]).trim() !== '')
    return fitted({ header: header?.cells ?? [], columns, rows: named, unread: [] })
  }
  const width = all.reduce((most, { cells }) => Math.max(most, cells.filter((cell) => cell.trim() !== '').length), 0)
  if (width <= 1 || (pasted && width === 2 && kind === 'certificate'))
    return bounded({
      header: [],
      columns: { [roleOf[kind]]: 0, ...(width === 2 ? { issuer: 1 } : {}) },
      rows: all,
      unread: [],
    })
  const from = all.findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1)
  const header = all[from] as TableRow
  return fitted({ header: header.cells, columns: {}, rows: all.slice(from + 1), unread: [] })
}

/** Only the columns that this kind is asked by; what an audit counts by is not shown here. */
const wanted = (kind: Kind, columns: Columns): Columns =>
  Object.fromEntries(
    Object.entries(columns).filter(([role]) => role === roleOf[kind] || rolesBeside[kind].some((one) => one === role)),
  )

/** @throws Refusal where more rows hold something than are checked at once. */
async function allOf(pieces: AsyncIterable<readonly TableRow[]>, name: number | undefined): Promise<TableRow[]> {
  const all: TableRow[] = []
  for await (const rows of pieces) {
    for (const row of rows) {
      // What a merged cell shows may reach beyond the last cell that a row has of its own.
      const width = Math.max(row.cells.length, ...[...(row.above?.keys() ?? [])].map((at) => at + 1))
      const cells = Array.from({ length: width }, (_, at) => (at === name ? cellAt(row, at) : shownAt(row, at)).trim())
      if (name !== undefined && cellAt(row, name).trim() === '') continue
      all.push({ no: row.no, cells })
      if (all.length > mostQuestions + 1) throw tooManyRows()
    }
  }
  return all
}

/** @throws Refusal where it has more rows than are checked at once, or more text than is worked on. */
function bounded(table: SentTable): SentTable {
  if (table.rows.length > mostQuestions) throw tooManyRows()
  if (lengthOf(table) > mostText) throw tooMuchText()
  return table
}

/** The table as it is, or with the columns only that play a role where it would be too long to be sent again. */
function fitted(table: SentTable): SentTable {
  if (lengthOf(table) <= longestTable) return bounded(table)
  const places = Object.entries(table.columns)
  if (places.length === 0) throw tooMuchText()
  const slim = (cells: readonly string[]) => places.map(([, at]) => cells[at] ?? '')
  return bounded({
    ...table,
    header: slim(table.header),
    columns: Object.fromEntries(places.map(([role], at) => [role, at])),
    rows: table.rows.map(({ no, cells }) => ({ no, cells: slim(cells) })),
  })
}

const lengthOf = ({ header, rows }: SentTable) =>
  [header, ...rows.map(({ cells }) => cells)].reduce(
    (sum, cells) => cells.reduce((of, cell) => of + cell.length, sum),
    0,
  )
