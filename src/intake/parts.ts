import { type Block, cellsOf, type Paragraph, type Table, textOf } from '../documents/blocks.ts'
import type { Kind } from '../lists/terms.ts'
import { annexIn, behindAnnex } from './judge/annex-number.ts'
import { numbered } from './outline/levels.ts'
import { isHeaderRow } from './table/header-rows.ts'
import { ownTexts } from './table/row-kind.ts'
import { isTitle } from './title.ts'

/** A stretch of a document under one attachment number, or a sheet. `annex` is absent where none is printed. */
export interface Part {
  readonly annex?: number
  readonly label: string
  readonly sheet?: string
  readonly blocks: Block[]
}

/** What goes on from a number that is only cited: 附件3、附件4合称…, 附件5中的. */
const CITES = /^[、，,和与及或的中所规等]|[。；;，,]/

/** A line that begins an attachment: its number alone, or with a title behind it. */
function begins(text: string): number | undefined {
  const annex = annexIn(text)
  const behind = behindAnnex(text).replace(/\s/g, '')
  return annex !== undefined && (isTitle(behind) || (behind.length <= 30 && !CITES.test(behind))) ? annex : undefined
}

/** The number that a sheet's name, or a line above its header, gives it. */
function annexOf(table: Table, kind: Kind): number | undefined {
  if (table.name !== undefined && annexIn(table.name) !== undefined) return annexIn(table.name)
  const header = table.rows.findIndex((row) => isHeaderRow(row, kind))
  return table.rows
    .slice(0, Math.max(0, header))
    .flatMap(ownTexts)
    .flatMap((text) => text.split('\n'))
    .map(begins)
    .find((annex) => annex !== undefined)
}

const linesIn = (paragraph: Paragraph) => paragraph.lines.map((line) => textOf({ lines: [line] }))

/** Cuts a document where another attachment begins. One that goes on under the same number is one part. */
export function partsOf(blocks: readonly Block[], kind: Kind): Part[] {
  const parts: Part[] = []
  for (const block of blocks) {
    const annex =
      block.kind === 'table'
        ? annexOf(block, kind)
        : linesIn(block)
            .map(begins)
            .find((one) => one !== undefined)
    const last = parts.at(-1)
    if (!last || (annex !== undefined && annex !== last.annex)) {
      const sheet = block.kind === 'table' ? block.name : undefined
      parts.push({
        ...(annex === undefined ? {} : { annex }),
        label: annex === undefined ? '正文' : `附件${annex}`,
        ...(sheet === undefined ? {} : { sheet }),
        blocks: [block],
      })
    } else last.blocks.push(block)
  }
  return parts
}

/** Whether a part holds anything that may be a list: a table with rows, or numbered paragraphs. */
export const holdsList = ({ blocks }: Part): boolean =>
  blocks.some((block) => block.kind === 'table' && block.rows.some((row) => cellsOf(row).length > 1)) ||
  blocks.filter((block) => block.kind === 'paragraph' && linesIn(block).some((line) => isItem(line))).length > 1

/** A numbered line that is no entry of a table of contents: 1.…清单. */
const isItem = (line: string) => {
  const parts = numbered(line)
  return parts !== undefined && !isTitle(parts.words)
}

/** The parts that a person means: by number or by the name of a sheet. */
export function partsNamed(parts: readonly Part[], named: string): Part[] {
  const annex = annexIn(named) ?? (/^\d{1,2}$/.test(named) ? Number(named) : undefined)
  const byNumber = parts.filter((part) => annex !== undefined && part.annex === annex)
  if (byNumber.length > 0) return byNumber
  return parts.flatMap((part) => {
    const blocks = part.blocks.filter((block) => block.kind === 'table' && block.name === named)
    return blocks.length > 0 ? [{ ...part, blocks }] : []
  })
}
