import type { Kind } from '../catalogue/files/terms.ts'
import { Context } from './context.ts'
import { type Block, cellsOf, type Paragraph, placeIn, type Table, textOf } from './document.ts'
import type { Entry } from './entry.ts'
import type { Findings } from './findings.ts'
import * as words from './messages/table.ts'
import { type OutlineLine, readParagraphs } from './outline/read-paragraphs.ts'
import { heading, isNote } from './table/heading.ts'
import { readTable, type TableColumns } from './table/read-table.ts'

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

/** A text beside the tables: title, batch, heading of the next table, or something that is said not to be read. */
function readBeside({ place, text }: OutlineLine, context: Context, findings: Findings): void {
  const isBatch = context.enterBatch(text)
  if (!context.started) context.opening.push(text)
  if (heading(text) && text.length <= 40 && !/[。；]$/.test(text)) context.enterGroup(text)
  else if (isNote(text)) findings.notices.push(words.noteText(place, text))
  else if (context.started && !isBatch) findings.notices.push(words.notRead(place, text))
}

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

  const read = (block: Block): void => {
    if (block.kind === 'paragraph') {
      for (const line of linesOf(block)) readBeside(line, context, findings)
      return
    }
    const place = placeIn(block, 1)
    const whole = { table: place.table ?? '', ...(place.sheet === undefined ? {} : { sheet: place.sheet }) }
    if (findings.isSkipped(whole)) {
      findings.notices.push(words.skippedTable(whole))
      return
    }
    if (!block.rows.some((row) => cellsOf(row).some((cell) => textOf(cell) !== ''))) return
    tables += 1
    const inner = unwrapped(block)
    const reading = readTable(block, kind, { entries, columns }, context, findings)
    entries.push(...reading.entries)
    columns.push(...reading.columns)
    if (reading.unread && inner.length > 0) inner.forEach(read)
    else if (reading.unread) unread.push(block)
  }

  const outline = blocks.every((block) => block.kind === 'paragraph' || findings.isSkipped({ table: block.id }))
  if (outline) {
    const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? linesOf(block) : []))
    entries.push(...readParagraphs(lines, context, findings))
    if (entries.length === 0 && findings.doubts.length === 0) findings.doubts.push(words.noList())
  } else {
    blocks.forEach(read)
    for (const table of unread) {
      const first = table.rows.find((row) => cellsOf(row).some((cell) => textOf(cell) !== ''))
      findings.doubts.push(
        words.unknownTable(
          { table: table.id, ...(table.name === undefined ? {} : { sheet: table.name }) },
          cellsOf(first ?? { no: 1, cells: [] })
            .map(textOf)
            .join(' '),
        ),
      )
    }
    if (tables === 0) findings.doubts.push(words.noList())
    else if (entries.length === 0 && findings.doubts.length === 0) findings.doubts.push(words.emptyList())
  }
  return { entries, columns, context }
}
