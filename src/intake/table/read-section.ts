import { type Cell, placeIn, type Row, type Table, textOf } from '../../documents/blocks.ts'
import type { Place } from '../../documents/place-in-file.ts'
import type { Context } from '../context.ts'
import type { Entry, Value } from '../entry.ts'
import type { Findings } from '../findings.ts'
import { countIn } from '../judge/counts.ts'
import { judgeRemark, judgeTitle, type Subject } from '../judge/judge-lines.ts'
import * as doneWords from '../messages/done-messages.ts'
import * as entryWords from '../messages/entry-messages.ts'
import * as rowWords from '../messages/table-messages.ts'
import { type Column, cellsByColumn, rivals, withMeaning } from './column-roles.ts'
import { saidUnder } from './header-vocabulary.ts'
import { heading } from './heading.ts'
import { inChinese, itemNumber } from './number.ts'
import { type BodyRow, ownTexts, rowKind } from './row-kind.ts'

/** Columns and rows to be read together. */
export interface Work {
  readonly table: Table
  readonly list: Subject
  readonly columns: readonly Column[]
  readonly headerRow: number
  readonly rows: readonly Row[]
}

/** 合计 | 5: a number that stands alone beside the word. */
function bareTotal(row: Row): number | undefined {
  const [, number, ...more] = ownTexts(row)
  return number !== undefined && more.length === 0 && /^[\d０-９]+$/.test(number)
    ? Number(number.normalize('NFKC'))
    : undefined
}

/** 无, 同上 and the like stand where a name should: no item is called so. */
const NO_NAME = /^([/／\\—–-]*|无|暂无|略|同上|空白?)$/

const header = (column: Column) => column.path.join(' / ')

/** Settles what the columns mean, and doubts what nobody can tell. */
function settle({ table, list: { kind }, columns, rows, headerRow }: Work, findings: Findings): Column[] {
  const values = new Map<Column, string[]>()
  for (const row of rows) {
    const { cells } = cellsByColumn(row, columns, table.widths)
    for (const [column, cell] of cells) {
      const text = textOf(cell)
      // A text across the table says nothing of one column.
      if (text !== '' && ownTexts(row).length !== 1) values.set(column, [...(values.get(column) ?? []), text])
    }
  }
  const settled = withMeaning(columns, table, kind, findings.options.columns ?? [], (column) => [
    ...new Set(values.get(column)),
  ])
  for (const [at, column] of settled.entries()) {
    const sample = values.get(columns[at] as Column)?.[0]
    const place = placeIn(table, headerRow, column.number)
    if (column.field === undefined && sample !== undefined)
      findings.doubts.push(rowWords.unknownColumn(place, header(column), sample))
  }
  for (const same of rivals(settled)) {
    const [first] = same
    if (first?.field)
      findings.doubts.push(rowWords.sameColumns(placeIn(table, headerRow, first.number), first.field, same.map(header)))
  }
  if (!settled.some((column) => column.field === 'name')) {
    findings.doubts.push(rowWords.noNameColumn(placeIn(table, headerRow), settled.map(header)))
    return []
  }
  return settled
}

const unitOf = (column: Column) =>
  /[（(]\s*(个?工作日|天|日|小时|厘米|毫米|米|cm|mm|m)\s*[)）]/i.exec(column.path.at(-1) ?? '')?.[1]

function value(cell: Cell, column: Column): Value {
  const unit = unitOf(column)
  const text = column.ticks ? saidUnder(column.path.at(-1) ?? '', textOf(cell)) : textOf(cell)
  return { text, lines: cell.lines, marks: cell.marks, column: column.number, ...(unit ? { unit } : {}) }
}

/** Reads the rows of a section into entries; what is no item is said, never passed over. */
export function readSection(work: Work, context: Context, findings: Findings): { entries: Entry[]; columns: Column[] } {
  const { table, list, rows, headerRow } = work
  const columns = settle(work, findings)
  if (columns.length === 0) return { entries: [], columns }
  const entries: Entry[] = []
  const holders = new Map<Cell, { entry: Entry; numbers: Set<Cell> }>()
  const seen = new Map<Entry, Set<Cell>>()
  const nameColumn = columns.find((column) => column.field === 'name') as Column
  const noColumn = columns.find((column) => column.field === 'no')
  const read = rows.map((row) => ({ row, ...cellsByColumn(row, columns, table.widths) }))
  const digits = read.some(({ cells }) => {
    const text = textOf(noColumn && cells.get(noColumn))
    return itemNumber(text) !== undefined && !inChinese(text)
  })
  let inNotes = false
  let open: { place: Place; text: string } | undefined

  for (const { row, cells, spanning, outside, crowded } of read) {
    const place = placeIn(table, row.no)
    const text = ownTexts(row).join(' ')
    const body: BodyRow = { row, cells, digits }
    const kind = rowKind(body)
    if (findings.isSkipped(place)) {
      // The heading of what is left out is no item.
      open = undefined
      findings.notices.push(doneWords.skippedRow(place, text))
      continue
    }
    if (kind === 'blank') continue
    if (row.hidden) findings.doubtUnlessKept(place, rowWords.hiddenRow(place, text))
    if (kind === 'note' || (inNotes && ownTexts(row).length === 1)) {
      inNotes = true
      judgeRemark(place, text, list, findings)
      findings.notices.push(doneWords.noteText(place, text))
    } else if (kind === 'total') {
      context.claim(place, text, 'before', countIn(text) ?? bareTotal(row))
      findings.notices.push(doneWords.totalRow(place, text))
    } else if (context.enterBatch(place, text) && ownTexts(row).length === 1) {
      judgeTitle(place, text, list, findings)
      inNotes = false
    } else if (kind === 'group') enter(place, ownTexts(row).at(-1) as string)
    else if (kind === 'wide') findings.doubts.push(rowWords.oddRow(place, text))
    else {
      for (const cell of crowded)
        findings.doubts.push(rowWords.crowded(placeIn(table, row.no, cell.column), textOf(cell)))
      add(row, cells, spanning, outside)
    }
  }
  closeGroup()
  for (const entry of entries) {
    if (entry.place.lastRow !== undefined)
      findings.notices.push(
        doneWords.mergedRows(entry.place, (entry.values.get('name') as Value[]).map((one) => one.text).join('')),
      )
  }
  if (columns.some((column) => column.field === 'issuer'))
    findings.notices.push(doneWords.leftOutIssuer(placeIn(table, headerRow)))
  for (const column of columns) {
    if (column.field === 'ignore' && !column.chosen)
      findings.notices.push(doneWords.leftOutSource(placeIn(table, headerRow, column.number), header(column)))
  }
  return { entries, columns }

  function enter(place: Place, text: string): void {
    const within = open && heading(open.text)?.level === 1 && heading(text)?.level === 2
    if (!within) closeGroup()
    context.enterGroup(place, text)
    open = { place, text }
  }

  /** A group without items may be an item itself. */
  function closeGroup(): void {
    if (open && findings.isKept(open.place)) findings.notices.push(doneWords.keptHeading(open.place, open.text))
    else if (open) findings.doubts.push(entryWords.bareHeading(open.place, open.text))
    open = undefined
  }

  function add(row: Row, cells: ReadonlyMap<Column, Cell>, spanning: readonly Cell[], outside: readonly Cell[]): void {
    const place = placeIn(table, row.no)
    open = undefined
    for (const cell of spanning) {
      if (textOf(cell) !== '')
        findings.doubtUnlessKept(place, rowWords.spanning(placeIn(table, row.no, cell.column), textOf(cell)))
    }
    for (const cell of outside)
      findings.doubtUnlessKept(place, rowWords.outside(placeIn(table, row.no, cell.column), textOf(cell)))
    const nameCell = cells.get(nameColumn)
    if (!nameCell || NO_NAME.test(textOf(nameCell))) {
      const own = ownTexts(row).join(' ')
      findings.doubts.push(
        rowWords.noName(placeIn(table, row.no, nameColumn.number), own, nameCell?.marks.has('picture') === true),
      )
      return
    }
    const numberCell = noColumn && cells.get(noColumn)
    const holder = holders.get(nameCell)
    const entry = holder?.entry ?? context.entry(place)
    if (holder) {
      entry.place = { ...entry.place, lastRow: row.no }
      if (numberCell && textOf(numberCell) !== '') holder.numbers.add(numberCell)
      if (holder.numbers.size > 1)
        findings.doubtUnlessKept({ ...entry.place }, entryWords.mergedNumbers(place, textOf(nameCell)))
    } else {
      entries.push(entry)
      holders.set(nameCell, { entry, numbers: new Set(numberCell && textOf(numberCell) !== '' ? [numberCell] : []) })
    }
    const taken = seen.get(entry) ?? new Set<Cell>()
    seen.set(entry, taken)
    for (const [column, cell] of cells) {
      if (column.field === undefined || taken.has(cell) || (textOf(cell) === '' && cell.marks.size === 0)) continue
      if (!spanning.includes(cell)) taken.add(cell)
      entry.values.set(column.field, [...(entry.values.get(column.field) ?? []), value(cell, column)])
    }
  }
}
