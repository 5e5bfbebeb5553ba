import type { Block, Cell, Paragraph, Row, Table } from '../documents/blocks.ts'
import type { Kind } from '../lists/terms.ts'
import { isHeaderRow } from './table/header-rows.ts'

/** A paragraph that tabs cut into columns, as a row. It keeps its number, by which people find it. */
function rowOf({ no, lines, marks }: Paragraph): Row | undefined {
  const [line] = lines
  if (line?.columns === undefined || lines.length > 1) return undefined
  const texts = line.label === undefined ? line.columns : [line.label, ...line.columns]
  const cells = texts.map(
    (text, at): Cell => ({
      row: no,
      column: at + 1,
      rowSpan: 1,
      lines: [{ text }],
      marks,
    }),
  )
  return { no, cells }
}

/** Paragraphs below one that is a header, all cut into columns by tabs, are a table that was typed. */
export function withTabbedTables(blocks: readonly Block[], kind: Kind): Block[] {
  const found: Block[] = []
  for (let at = 0; at < blocks.length; at += 1) {
    const rows: Row[] = []
    for (let to = at; to < blocks.length; to += 1) {
      const block = blocks[to] as Block
      const row = block.kind === 'paragraph' ? rowOf(block) : undefined
      if (!row || (rows.length === 0 && !isHeaderRow(row, kind))) break
      rows.push(row)
    }
    if (rows.length < 2) found.push(blocks[at] as Block)
    else {
      const width = Math.max(...rows.map(({ cells }) => cells.length))
      const table: Table = {
        kind: 'table',
        id: '',
        ofParagraphs: true,
        widths: [],
        fixedColumns: false,
        rows: rows.map(({ no, cells }) => ({ no, cells: Array.from({ length: width }, (_, column) => cells[column]) })),
      }
      found.push(table)
      at += rows.length - 1
    }
  }
  return found
}
