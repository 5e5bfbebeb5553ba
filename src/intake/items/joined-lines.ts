import type { Line } from '../document.ts'

const HAN = /[\p{Script=Han}、，。；：（）《》“”〔〕【】]/u

/** Lines of a name put together: a line break inside Chinese text is the width of the column, no word boundary. */
export function joinedLines(lines: readonly Line[]): string {
  return lines
    .map((line) => line.text.trim())
    .filter(Boolean)
    .reduce(
      (whole, next) =>
        whole === '' || HAN.test(whole.at(-1) ?? '') || HAN.test(next[0] ?? '') ? whole + next : `${whole} ${next}`,
      '',
    )
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .replace(/(?<=[\p{Script=Han}（）、]) | (?=[\p{Script=Han}（）、])/gu, '')
    .trim()
}

/** Whether a cell's lines are names of their own rather than one name broken by the width of the column. */
export function areSeveral(lines: readonly Line[]): boolean {
  const texts = lines.filter((line) => line.text !== '')
  if (texts.filter((line) => line.label !== undefined || /^[（(]?\d+[.．、)）]/.test(line.text)).length > 1) return true
  return texts
    .slice(0, -1)
    .some(
      (line, at) => /(证明|委员会|中心)[；;、]?$/.test(line.text) && !/^[（([【、，]/.test(texts[at + 1]?.text ?? ''),
    )
}
