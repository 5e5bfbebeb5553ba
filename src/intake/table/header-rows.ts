import { cellsOf, type Row, textOf } from '../../documents/blocks.ts'
import type { Kind } from '../../lists/terms.ts'
import { plainHeader, termOf } from './header-vocabulary.ts'
import { itemNumber } from './number.ts'

const filled = (row: Row) => cellsOf(row).map(textOf).filter(Boolean)
/** 位置, 类别 … mean what the values below say; as words of a header they count all the same. */
const isHeaderWord = (text: string, kind: Kind) =>
  termOf(text, kind, []) !== undefined || /^(位置|区域|场所)$/.test(plainHeader(text))

/** Whether a row is made of headers: 序号 among them, or two and at least half of its cells known, or a lone name column. */
export function isHeaderRow(row: Row, kind: Kind): boolean {
  const texts = filled(row)
  if (texts.some((text) => itemNumber(text) !== undefined)) return false
  const known = texts.filter((text) => isHeaderWord(text, kind))
  if (texts.length === 1) return row.cells.length <= 2 && termOf(texts[0] as string, kind, [])?.field === 'name'
  return (
    known.some((text) => termOf(text, kind, [])?.field === 'no') ||
    (known.length > 1 && known.length * 2 >= texts.length)
  )
}

/** The header rows that begin at `start`: those its merged cells reach, and one more where a wide header has parts below it. */
export function headerBlock(rows: readonly Row[], start: number, kind: Kind): Row[] {
  const first = rows[start] as Row
  const reach = Math.max(...cellsOf(first).map((cell) => cell.row + cell.rowSpan - 1))
  const block = rows.slice(start).filter((row) => row.no <= Math.max(reach, first.no))
  const next = rows[start + block.length]
  const wide = cellsOf(first).some(
    (cell) => textOf(cell) !== '' && first.cells.filter((one) => one === cell).length > 1,
  )
  if (!next || block.length > 1 || !wide) return block
  const below = filled(next)
  const isPart = below.every((text) => itemNumber(text) === undefined) && below.some((text) => isHeaderWord(text, kind))
  return isPart ? [...block, next] : block
}
