/** What a workbook stores for a sign that XML cannot hold or would change: _x000D_ is a carriage return, _x005F_ a line below. */
const stored = /_x([0-9A-Fa-f]{4})_/g

/** A text of a workbook as Excel shows it. Tables that come out of databases have _x000D_ at the end of each line. */
export const shownText = (text: string): string =>
  text.includes('_x') ? text.replace(stored, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text
