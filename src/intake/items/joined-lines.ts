import type { Line } from '../../documents/blocks.ts'

const HAN = /[\p{Script=Han}、，。；：（）《》“”〔〕【】]/u

/** Lines of a name put together: a line break inside Chinese text is the width of the column, no word boundary. */
export function joinedLines(lines: readonly Line[]): string {
  return lines
    .map((line) => line.text.trim())
    .filter(Boolean)
    .reduce(
      (whole, next) => (HAN.test(whole.slice(-1)) || HAN.test(next.slice(0, 1)) ? whole + next : `${whole} ${next}`),
      '',
    )
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .replace(/(?<=[\p{Script=Han}（）、]) | (?=[\p{Script=Han}（）、])/gu, '')
    .trim()
}

const depth = (text: string) => text.split(/[（(［[]/).length - text.split(/[）)］\]]/).length

/** Whether a cell's lines are names of their own rather than one name (with its bracket) broken by the width of the column. */
export function areSeveral(lines: readonly Line[]): boolean {
  const texts = lines.filter((line) => line.text !== '')
  if (texts.filter((line) => line.label !== undefined).length > 1) return true
  let inBracket = 0
  return texts.slice(0, -1).some((line, at) => {
    inBracket += depth(line.text)
    const ends = inBracket === 0 && /(证明|委员会|中心)[；;、]?$/.test(line.text)
    return ends && !/^[（([【、，]|^(书|信|函)$/.test((texts[at + 1] as Line).text)
  })
}
