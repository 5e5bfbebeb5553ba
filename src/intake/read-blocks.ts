import { type Block, cellsOf, type Paragraph, type Table, textOf } from '../documents/blocks.ts'
import type { Place } from '../documents/place-in-file.ts'
import type { Kind } from '../lists/terms.ts'
import { Context } from './context.ts'
import type { Entry } from './entry.ts'
import type { Findings } from './findings.ts'
import * as doneWords from './messages/done-messages.ts'
import * as rowWords from './messages/table-messages.ts'
import { numbered } from './outline/levels.ts'
import { type OutlineLine, readParagraphs } from './outline/read-paragraphs.ts'
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
  }))

/** 注：1.…, or 说明： with its points below. */
const COUNTED = /[：:]\s*((?:[（(]?[1１][）).．、]|①).*)?$/s
/** （一） below 一、. */
const isWithin = (text: string, above: string) => heading(above)?.level === 1 && heading(text)?.level === 2

/** Texts beside the tables: title, batch, headings of the next table, and what is said not to be read. */
class Beside {
  readonly #context: Context
  readonly #findings: Findings
  #headings: OutlineLine[] = []
  /** Where a note counts its points: the number of the next. */
  #point: number | undefined

  constructor(context: Context, findings: Findings) {
    this.#context = context
    this.#findings = findings
  }

  line(line: OutlineLine): void {
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
      this.#findings.notices.push(doneWords.noteText(place, text))
      return
    }
    const parts = numbered(text)
    if (parts && parts.level > 2 && Number(parts.number.normalize('NFKC')) === this.#point) {
      this.#point += 1
      this.#findings.notices.push(doneWords.noteText(place, text))
      return
    }
    this.#point = undefined
    if (heading(text) && text.length <= 40 && !/[。；;]$/.test(text)) {
      const [last] = this.#headings.slice(-1)
      if (last && !isWithin(text, last.text)) this.#bare(last)
      this.#headings.push(line)
      return
    }
    const isBatch = this.#context.enterBatch(text)
    this.end()
    // Prose counts its sections in 一、; what is numbered more finely, or is short, may be an item that left its table.
    if (!isBatch && parts && (parts.level > 2 || text.length <= 40))
      this.#findings.doubts.push(rowWords.itemBesideTable(place, text))
    else if (!this.#context.started) this.#context.opening.push(line)
    else if (!isBatch) this.#findings.notices.push(doneWords.notRead(place, text))
  }

  /** A heading with nothing below it may be an item. */
  #bare(line: OutlineLine): void {
    this.#headings = this.#headings.filter((one) => one !== line)
    this.#findings.doubts.push(rowWords.itemBesideTable(line.place, line.text))
  }

  /** Headings right above a table are its items'; what follows in between shows that they are of another part. */
  table(): void {
    for (const { text } of this.#headings) this.#context.enterGroup(text)
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

/** The place of a table as such. */
const wholeTable = ({ id, name }: Table): Place => ({ table: id, ...(name === undefined ? {} : { sheet: name }) })

/** A table that wraps others (a layout table): what its cells hold, in order. */
const unwrapped = (table: Table): readonly Block[] =>
  table.rows.flatMap((row) => cellsOf(row).filter((cell) => cell.row === row.no)).flatMap((cell) => cell.inside ?? [])

/** Reads the tables of a document, or its numbered paragraphs where it has no table. */
export function readBlocks(blocks: readonly Block[], kind: Kind, findings: Findings): BlockReading {
  const context = new Context()
  const entries: Entry[] = []
  const columns: TableColumns[] = []
  let tables = 0
  const unread: Table[] = []

  const beside = new Beside(context, findings)
  const skipped = (table: Table): boolean => {
    const out = findings.isSkipped(wholeTable(table))
    if (out) findings.notices.push(doneWords.skippedTable(wholeTable(table)))
    return out
  }

  const read = (block: Block): void => {
    if (block.kind === 'paragraph') {
      for (const line of linesOf(block)) beside.line(line)
      return
    }
    if (skipped(block)) return
    if (!block.rows.some((row) => cellsOf(row).some((cell) => textOf(cell) !== ''))) return
    tables += 1
    beside.table()
    const inner = unwrapped(block)
    const reading = readTable(block, kind, { entries, columns }, context, findings)
    entries.push(...reading.entries)
    columns.push(...reading.columns)
    if (reading.unread && inner.length > 0) inner.forEach(read)
    else if (reading.unread) unread.push(block)
  }

  const tablesLeft = blocks.some((block) => block.kind === 'table' && !findings.isSkipped(wholeTable(block)))
  if (!tablesLeft) {
    const lines = blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return linesOf(block)
      skipped(block)
      return []
    })
    entries.push(...readParagraphs(lines, kind, context, findings))
    if (entries.length === 0 && findings.doubts.length === 0) findings.doubts.push(rowWords.noList())
  } else {
    blocks.forEach(read)
    beside.last()
    for (const table of unread) {
      const first = table.rows.map((row) => ownTexts(row).join(' ')).find(Boolean)
      findings.doubts.push(rowWords.unknownTable(wholeTable(table), String(first)))
    }
    if (tables === 0) findings.doubts.push(rowWords.noList())
    else if (entries.length === 0 && findings.doubts.length === 0) findings.doubts.push(rowWords.emptyList())
  }
  return { entries, columns, context }
}
