import { type AnnexDocument, type Block, cellsOf, textOf } from '../../documents/blocks.ts'
import type { PlacedLine } from '../context.ts'
import { numbered } from '../outline/levels.ts'
import { ownTexts } from '../table/row-kind.ts'

const paragraphLines = (block: Extract<Block, { kind: 'paragraph' }>): PlacedLine[] =>
  block.lines.map((line) => ({ place: { paragraph: block.no }, text: textOf({ lines: [line] }).trim() }))

/** The rows above a table's header that hold one text each: where a sheet prints its title. */
function titleRows(block: Extract<Block, { kind: 'table' }>): PlacedLine[] {
  const end = block.rows.findIndex((row) => ownTexts(row).length > 1)
  return block.rows.slice(0, Math.max(0, end)).flatMap((row) =>
    ownTexts(row)
      .flatMap((text) => text.split('\n'))
      .map((text) => ({
        place: { table: block.id, ...(block.name === undefined ? {} : { sheet: block.name }), row: row.no },
        text: text.trim(),
      })),
  )
}

const linesOf = (block: Block): PlacedLine[] => (block.kind === 'paragraph' ? paragraphLines(block) : titleRows(block))

/** All that a file prints beside its lists, with the place of each line. */
export const linesBeside = ({ blocks }: AnnexDocument): PlacedLine[] =>
  blocks.flatMap(linesOf).filter(({ text }) => text !== '')

const isListTable = (block: Block) => block.kind === 'table' && block.rows.some((row) => cellsOf(row).length > 1)

/** What a part prints above its list: as far as its first table, or its first numbered line where it has none. */
export function linesAbove(part: readonly Block[]): PlacedLine[] {
  const table = part.findIndex(isListTable)
  const lines = (table < 0 ? part : part.slice(0, table + 1)).flatMap(linesOf).filter(({ text }) => text !== '')
  const item = table < 0 ? lines.findIndex(({ text }) => numbered(text) !== undefined) : -1
  return item < 0 ? lines : lines.slice(0, item)
}
