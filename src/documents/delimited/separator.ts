const looked = 20
const longest = 100_000

/** No table holds it: the separator of a file whose lines are one cell each. */
export const noSeparator = '\u001F'

/**
 * Excel saves with commas, semicolons or tabs, after the machine's region: whichever stands on most of the first lines. A cell
 * may hold many of another (1.身份证;2.户口簿;3.结婚证), a header does not. What stands in quotes separates nothing.
 */
export function separatorOf(text: string): string {
  const lines = text
    .slice(0, longest)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/, looked)
    .filter((line) => line.trim() !== '')
  const on = (separator: string) => standsOn(lines, separator)
  return [',', '\t', ';'].reduce((best, one) => (on(one) > on(best) ? one : best), noSeparator)
}

/**
 * On how many lines a separator stands. Titles above a table may lack it, its rows have it; where the first line lacks it and a
 * quarter of those below as well, or half of all, the sign belongs to the cells of a table of one column.
 */
function standsOn(lines: readonly string[], separator: string): number {
  const from = lines.findIndex((line) => line.includes(separator))
  const count = lines.filter((line) => line.includes(separator)).length
  return from > 0 && count < Math.max((lines.length - from) * 0.75, lines.length / 2) ? 0 : count
}
