/**
 * Signs that make Excel or WPS take a cell for a formula, also in their full-width forms. A workbook says of each cell that it is
 * text; a CSV file cannot, so an apostrophe is put before such a cell.
 */
const formula = /^[=+\-@\t\r＝＋－＠]/u
const number = /^[+-]?\d+(?:\.\d+)?$/u

function csvCell(text: string): string {
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One record of RFC 4180. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => csvCell(String(cell))).join(',')}\r\n`
}

/** Without it Excel on a Chinese machine reads UTF-8 as GB18030. */
export const byteOrderMark = '\ufeff'
