import type { Kind } from '../catalogue/files/terms.ts'
import { Context } from './context.ts'
import { type Block, cellsOf, type Paragraph, type Table, textOf } from './document.ts'
import type { Entry } from './entry.ts'
import type { Findings } from './findings.ts'
import * as doneWords from './messages/done.ts'
import * as rowWords from './messages/table.ts'
import { type OutlineLine, readParagraphs } from './outline/read-paragraphs.ts'
import type { Place } from './place.ts'
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

/** Texts beside the tables: title, batch, headings of the next table, and what is said not to be read. */
class Beside {
  readonly #context: Context
  readonly #findings: Findings
  #headings: OutlineLine[] = []

  constructor(context: Context, findings: Findings) {
    this.#context = context
    this.#findings = findings
  }

  line(line: OutlineLine): void {
    const { place, text } = line
    if (heading(text) && text.length <= 40 && !/[。；]$/.test(text)) {
      this.#headings.push(line)
      return
    }
    this.end()
    const isBatch = this.#context.enterBatch(text)
    const { started } = this.#context
    if (!started) this.#context.opening.push(text)
    if (isNote(text)) this.#findings.notices.push(doneWords.noteText(place, text))
    else if (!isBatch && (started || /。/.test(text))) this.#findings.notices.push(doneWords.notRead(place, text))
  }

  /** Headings right above a table are its items'; what follows in between shows that they are of another part. */
  table(): void {
    for (const { text } of this.#headings) this.#context.enterGroup(text)
    this.#headings = []
  }

  end(): void {
    for (const { place, text } of this.#headings) this.#findings.notices.push(doneWords.notRead(place, text))
    this.#headings = []
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
    entries.push(...readParagraphs(lines, context, findings))
    if (entries.length === 0 && findings.doubts.length === 0) findings.doubts.push(rowWords.noList())
  } else {
    blocks.forEach(read)
    beside.end()
    for (const table of unread) {
      const first = table.rows.map((row) => ownTexts(row).join(' ')).find(Boolean)
      findings.doubts.push(rowWords.unknownTable(wholeTable(table), String(first)))
    }
    if (tables === 0) findings.doubts.push(rowWords.noList())
    else if (entries.length === 0 && findings.doubts.length === 0) findings.doubts.push(rowWords.emptyList())
  }
  return { entries, columns, context }
}
