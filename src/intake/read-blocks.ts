import { type Block, cellsOf, type Paragraph, type Row, type Table, textOf } from '../documents/blocks.ts'
import type { Place } from '../documents/place-in-file.ts'
import { Context } from './context.ts'
import { isDepartment } from './department.ts'
import type { Entry } from './entry.ts'
import type { Findings } from './findings.ts'
import { isGuideOutline, readGuideLines } from './guides/guide-lines.ts'
import { isGuideTable, readGuideTable } from './guides/guide-table.ts'
import { isForm } from './guides/guide-title.ts'
import { judgeLine, judgeRemark, type Subject } from './judge/judge-lines.ts'
import { endsAs } from './judge/kinds.ts'
import { isContrary, remarkIsContrary } from './judge/stance.ts'
import * as doneWords from './messages/done-messages.ts'
import { besideList, comment, commented } from './messages/entry-messages.ts'
import { contrarySheet } from './messages/list-messages.ts'
import * as rowWords from './messages/table-messages.ts'
import { numbered } from './outline/levels.ts'
import { type OutlineLine, readParagraphs } from './outline/read-paragraphs.ts'
import { withTabbedTables } from './tabbed-table.ts'
import { heading, isNote } from './table/heading.ts'
import { readTable, type TableColumns } from './table/read-table.ts'
import { ownTexts } from './table/row-kind.ts'

/** Everything a document's list consists of. */
export interface BlockReading {
  readonly entries: readonly Entry[]
  readonly columns: readonly TableColumns[]
  readonly context: Context
}

/** The lines of a paragraph, each to be read by itself: 1．…↵2．… in one paragraph are two items. */
const linesOf = (paragraph: Paragraph): OutlineLine[] =>
  paragraph.lines.map((line) => ({
    place: { paragraph: paragraph.no },
    text: textOf({ lines: [line] }),
    marks: paragraph.marks,
    ...(line.columns ? { columns: line.columns } : {}),
  }))

/** 注：1.…, or 说明： with its points below. */
const COUNTED = /[：:]\s*((?:[（(]?[1１][）).．、]|①).*)?$/s
/** （一） below 一、. */
const isWithin = (text: string, above: string) => heading(above)?.level === 1 && heading(text)?.level === 2

/** Texts beside the tables: title, batch, headings of the next table, and what is said not to be read. */
class Beside {
  readonly #context: Context
  readonly #findings: Findings
  readonly #list: Subject
  #headings: OutlineLine[] = []
  /** Where a note counts its points: the number of the next. */
  #point: number | undefined

  constructor(context: Context, list: Subject, findings: Findings) {
    this.#context = context
    this.#list = list
    this.#findings = findings
  }

  /** The title of a guide right above its table: a heading that names a certificate. */
  guideTitle(): string | undefined {
    const [last] = this.#headings.slice(-1)
    const isName = last !== undefined && this.#list.kind !== 'task' && endsAs(last.text, this.#list.kind)
    if (isName) this.#headings.pop()
    return isName ? last.text : undefined
  }

  line(line: OutlineLine, isHeading = false): void {
    const { place, text } = line
    if (this.#findings.isSkipped(place)) {
      if (!heading(text)) this.end()
      this.#findings.notices.push(doneWords.skippedRow(place, text))
      return
    }
    if (isNote(text)) {
      this.end()
      const counted = COUNTED.exec(text)
      this.#point = counted ? (counted[1] ? 2 : 1) : undefined
      judgeRemark(place, text, this.#list, this.#findings)
      this.#findings.notices.push(doneWords.noteText(place, text))
      return
    }
    const parts = numbered(text)
    if (parts && parts.level > 2 && Number(parts.number.normalize('NFKC')) === this.#point) {
      this.#point += 1
      judgeRemark(place, text, this.#list, this.#findings)
      this.#findings.notices.push(doneWords.noteText(place, text))
      return
    }
    this.#point = undefined
    if (isHeading || (heading(text) && text.length <= 40 && !/[。；;]$/.test(text))) {
      const [last] = this.#headings.slice(-1)
      if (last && !isWithin(text, last.text)) this.#bare(last)
      this.#headings.push(line)
      return
    }
    const isBatch = this.#context.enterBatch(place, text)
    this.end()
    // Prose counts its sections in 一、; what is numbered more finely, or is short, may be an item that left its table.
    if (!isBatch && parts && (parts.level > 2 || text.length <= 40))
      this.#findings.doubts.push(rowWords.itemBesideTable(place, text))
    else if (!this.#context.started) this.#context.opening.push(line)
    else {
      judgeLine(place, text, this.#list, this.#findings)
      if (!isBatch) this.#findings.notices.push(doneWords.notRead(place, text))
    }
  }

  /** A heading with nothing below it may be an item. */
  #bare(line: OutlineLine): void {
    this.#headings = this.#headings.filter((one) => one !== line)
    this.#findings.doubts.push(rowWords.itemBesideTable(line.place, line.text))
  }

  /** Headings right above a table are its items'; what follows in between shows that they are of another part. */
  table(): void {
    for (const { place, text } of this.#headings) this.#context.enterGroup(place, text)
    this.#headings = []
  }

  /** Other text stands below the headings. */
  end(): void {
    for (const { place, text } of this.#headings) this.#findings.notices.push(doneWords.notRead(place, text))
    this.#headings = []
  }

  /** The document ends: nothing stands below the last heading. */
  last(): void {
    const [last] = this.#headings.slice(-1)
    if (last) this.#bare(last)
    this.end()
  }
}

/** Tells of what is no text: comments, and pictures and embedded files beside the list. */
function tellBeside(block: Block, list: Subject, findings: Findings): void {
  for (const { place, text } of block.comments ?? []) {
    if (findings.isSkipped(place)) continue
    if (remarkIsContrary(text, list.effect)) findings.doubtUnlessKept(place, commented(place, text))
    else findings.warnings.push(comment(place, text))
  }
  const place = block.kind === 'table' ? wholeTable(block) : { paragraph: block.no }
  const over =
    block.kind === 'table'
      ? (block.over ?? [])
      : (['picture', 'embedded'] as const).filter((mark) => block.marks.has(mark))
  for (const what of over) if (!findings.isSkipped(place)) findings.doubtUnlessKept(place, besideList(place, what))
}

/** The place of a table as such; one that was typed with tabs is named by its first paragraph. */
const wholeTable = ({ id, name, ofParagraphs, rows }: Table): Place =>
  ofParagraphs ? { paragraph: (rows[0] as Row).no } : { table: id, ...(name === undefined ? {} : { sheet: name }) }

const tablesOf = (blocks: readonly Block[]): Table[] =>
  blocks.filter((block) => block.kind === 'table' && block.rows.some((row) => ownTexts(row).length > 1)) as Table[]

/** The lines that name an office, one right above each table: then they head the tables. One alone may have issued the list. */
function departmentLines(blocks: readonly Block[]): ReadonlySet<Block> {
  const tables = tablesOf(blocks)
  const above = tables.map((table) => blocks[blocks.indexOf(table) - 1])
  const named = above.filter((block) => block?.kind === 'paragraph' && isDepartment(textOf(block))) as Block[]
  return new Set(tables.length > 1 && named.length === tables.length ? named : [])
}

/** Whether each sheet is named after an office. */
function areDepartments(blocks: readonly Block[]): boolean {
  const tables = tablesOf(blocks)
  return tables.length > 1 && tables.every(({ name }) => name !== undefined && isDepartment(name))
}

/** A table that wraps others (a layout table): what its cells hold, in order. */
const unwrapped = (table: Table): readonly Block[] =>
  table.rows.flatMap((row) => cellsOf(row).filter((cell) => cell.row === row.no)).flatMap((cell) => cell.inside ?? [])

/** Reads the tables of a document, or its numbered paragraphs where it has no table. */
export function readBlocks(blocks: readonly Block[], list: Subject, findings: Findings): BlockReading {
  const context = new Context()
  const entries: Entry[] = []
  const columns: TableColumns[] = []
  let tables = 0
  const unread: Table[] = []

  const tabled = withTabbedTables(blocks, list.kind)
  const departments = departmentLines(tabled)
  const bySheet = areDepartments(tabled)
  const beside = new Beside(context, list, findings)
  const skipped = (table: Table): boolean => {
    const out = findings.isSkipped(wholeTable(table))
    if (out) findings.notices.push(doneWords.skippedTable(wholeTable(table)))
    return out
  }

  const read = (block: Block): void => {
    if (block.kind === 'paragraph') {
      tellBeside(block, list, findings)
      for (const line of linesOf(block)) beside.line(line, departments.has(block))
      return
    }
    if (skipped(block)) return
    tellBeside(block, list, findings)
    if (!block.rows.some((row) => cellsOf(row).some((cell) => textOf(cell) !== ''))) return
    tables += 1
    if (block.name !== undefined && isContrary(block.name, list.effect) && !findings.options.acceptAnnex)
      findings.doubts.push(contrarySheet(wholeTable(block), block.name, list.id))
    if (isGuideTable(block, list)) {
      const title = beside.guideTitle()
      beside.table()
      context.started = true
      context.newRun()
      for (const entry of readGuideTable(block, list, context, findings, title)) {
        if (entry.values.has('name')) entries.push(entry)
        else findings.doubts.push(rowWords.noGuideName(wholeTable(block)))
      }
      return
    }
    beside.table()
    if (bySheet && block.name !== undefined) context.enterGroup(wholeTable(block), block.name)
    const inner = unwrapped(block)
    const reading = readTable(block, list, { entries, columns }, context, findings)
    entries.push(...reading.entries)
    columns.push(...reading.columns)
    if (reading.unread && inner.length > 0) inner.forEach(read)
    else if (reading.unread) unread.push(block)
  }

  const tablesLeft = tabled.some((block) => block.kind === 'table' && !findings.isSkipped(wholeTable(block)))
  if (!tablesLeft) {
    const lines = tabled.flatMap((block) => {
      if (block.kind === 'paragraph') {
        tellBeside(block, list, findings)
        return linesOf(block)
      }
      skipped(block)
      return []
    })
    entries.push(
      ...(isGuideOutline(lines, list.kind)
        ? readGuideLines(lines, list, context, findings)
        : readParagraphs(lines, list, context, findings)),
    )
    if (entries.length === 0 && findings.doubts.length === 0) findings.doubts.push(rowWords.noList())
  } else {
    tabled.forEach(read)
    beside.last()
    for (const table of unread) {
      const first = table.rows.map((row) => ownTexts(row).join(' ')).find(Boolean)
      const isBlank = table.rows.some((row) => isForm(ownTexts(row).join('\n')))
      if (isBlank && entries.length > 0) findings.notices.push(doneWords.notRead(wholeTable(table), String(first)))
      else findings.doubts.push(rowWords.unknownTable(wholeTable(table), String(first)))
    }
    if (tables === 0) findings.doubts.push(rowWords.noList())
    else if (entries.length === 0 && findings.doubts.length === 0) findings.doubts.push(rowWords.emptyList())
  }
  return { entries, columns, context }
}
