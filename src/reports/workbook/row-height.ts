import type { WrittenCell } from './written-sheet.ts'

const line = 15
/** Excel's own limit is 409 points; a row higher than this hides the rows around it. */
const highest = 300

/** Places that a text takes: a Chinese character two, and so the “quotes” and — … that a Chinese font draws as wide; others one. */
function places(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    sum += code > 0x2e7f || (code >= 0x2010 && code <= 0x2027) ? 2 : 1
  }
  return sum
}

/** Places at the end of a line that stay empty: where a wide character does not fit, a number is not cut, no 。 begins a line. */
const lost = 3

function linesOf(text: string, width: number): number {
  if (text.length * 2 <= width && !text.includes('\n')) return 1
  return text.split('\n').reduce((sum, one) => sum + Math.max(1, Math.ceil(places(one) / Math.max(width - lost, 2))), 0)
}

/** The height at which wrapped texts are seen whole; programs that open the file may refine it, not all of them do. */
export function rowHeight(cells: readonly WrittenCell[], widths: readonly number[]): number {
  let most = 1
  for (const [at, cell] of cells.entries()) {
    if (typeof cell === 'number') continue
    most = Math.max(most, linesOf(typeof cell === 'string' ? cell : cell.text, widths[at] ?? 20))
  }
  return Math.min(most * line + 3, highest)
}
