import { placeIn, type Row, type Table, textOf } from '../../documents/blocks.ts'
import type { Context } from '../context.ts'
import type { Entry } from '../entry.ts'
import type { Findings } from '../findings.ts'
import { judgeTitle, type Subject } from '../judge/judge-lines.ts'
import * as doneWords from '../messages/done-messages.ts'
import { type Column, columnsUnder } from './column-roles.ts'
import { itemNumber } from './number.ts'
import { readSection } from './read-section.ts'
import { ownTexts } from './row-kind.ts'
import { cutTable } from './sections.ts'

/** The columns of a table as the report shows them. */
export interface TableColumns {
  readonly table: Table
  readonly columns: readonly Column[]
}

/** What a table gave. `unread` says that it has no header anybody knows. */
export interface TableReading {
  readonly entries: Entry[]
  readonly columns: readonly TableColumns[]
  readonly unread?: boolean
}

const lastNumber = (entry: Entry | undefined) => itemNumber(entry?.values.get('no')?.[0]?.text ?? '')
const numberIn = (row: Row, columns: readonly Column[]) => {
  const column = columns.find(({ field }) => field === 'no')
  return column && itemNumber(textOf(row.cells[column.from]))
}

/** Title lines above a header name the batch; other rows there are said not to be read. */
function readOpening(table: Table, rows: readonly Row[], list: Subject, context: Context, findings: Findings): void {
  for (const row of rows) {
    const text = ownTexts(row).join(' ')
    if (text === '') continue
    context.enterBatch(placeIn(table, row.no), text)
    if (context.started) judgeTitle(placeIn(table, row.no), text, list, findings)
    if (ownTexts(row).length > 1) findings.notices.push(doneWords.notRead(placeIn(table, row.no), text))
    else if (!context.started) context.opening.push({ place: placeIn(table, row.no), text })
  }
}

/** Where no header is known but a person named the name column: the first row with several texts begins the list. */
function headerless(table: Table, findings: Findings): { headers: Row[]; rows: Row[]; opening: Row[] } {
  const start = Math.max(
    0,
    table.rows.findIndex((row) => ownTexts(row).length > 1),
  )
  const first = table.rows[start] as Row
  const isHeader = ownTexts(first).length > 1 && ownTexts(first).every((text) => itemNumber(text) === undefined)
  if (!isHeader) findings.notices.push(doneWords.noHeaderRow(placeIn(table, first.no)))
  return {
    headers: isHeader ? [first] : [],
    rows: table.rows.slice(isHeader ? start + 1 : start),
    opening: table.rows.slice(0, start),
  }
}

/** Reads one table. `before` is the last table that was read, which one without headers may go on with. */
export function readTable(
  table: Table,
  list: Subject,
  before: { entries: readonly Entry[]; columns: readonly TableColumns[] },
  context: Context,
  findings: Findings,
): TableReading {
  const { opening, sections } = cutTable(table, list.kind)
  context.newRun()
  if (sections.length > 0) {
    readOpening(table, opening, list, context, findings)
    const read = sections.map((section) => {
      const headerRow = (section.headers.at(-1) as Row).no
      if (section.repeated > 0)
        findings.notices.push(doneWords.repeatedHeaders(placeIn(table, headerRow), section.repeated))
      context.started = true
      return readSection(
        { table, list, columns: columnsUnder(table, section.headers), headerRow, rows: section.rows },
        context,
        findings,
      )
    })
    return { entries: read.flatMap(({ entries }) => entries), columns: read.map(({ columns }) => ({ table, columns })) }
  }
  const named = findings.options.columns?.some(
    (choice) => choice.field === 'name' && (choice.table ?? table.id) === table.id,
  )
  if (named) {
    const { headers, rows, opening: above } = headerless(table, findings)
    readOpening(table, above, list, context, findings)
    context.started = true
    const columns = columnsUnder(table, headers.length > 0 ? headers : rows.slice(0, 1)).map((column) =>
      headers.length > 0 ? column : { ...column, path: [] },
    )
    const read = readSection(
      { table, list, columns, headerRow: ([...headers, ...rows][0] as Row).no, rows },
      context,
      findings,
    )
    return { entries: read.entries, columns: [{ table, columns: read.columns }] }
  }
  const last = before.columns.at(-1)
  const next = lastNumber(before.entries.at(-1))
  const first = table.rows.find((row) => ownTexts(row).length > 1)
  if (
    last &&
    first &&
    next !== undefined &&
    last.table.rows[0]?.cells.length === first.cells.length &&
    numberIn(first, last.columns) === next + 1
  ) {
    findings.notices.push(doneWords.continuedTable(placeIn(table, first.no)))
    const columns = last.columns.map(({ field: _, chosen: __, ...column }) => column)
    const read = readSection({ table, list, columns, headerRow: first.no, rows: table.rows }, context, findings)
    return { entries: read.entries, columns: [{ table, columns: read.columns }] }
  }
  return { entries: [], columns: [], unread: true }
}
