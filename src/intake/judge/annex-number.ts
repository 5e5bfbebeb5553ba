import { fromChinese } from '../../documents/word/number-words.ts'

const LABEL =
  /^[[【(《]?附件\s*\(?\s*(?:No\.?|第)?\s*(\d{1,2}|[一二三四五六七八九十]{1,3}(?!览|切|般|定))\s*\)?(?!\d|[年月日个份])/i

/** The number of an attachment that a line begins with: 附件5, 附件五：, 附件（5）. */
export function annexIn(text: string): number | undefined {
  const number = LABEL.exec(text.normalize('NFKC').trim())?.[1]
  if (number === undefined) return undefined
  return /\d/.test(number) ? Number(number) : fromChinese(number)
}

/** The text behind the number, which may be a title. */
export const behindAnnex = (text: string): string =>
  text
    .trim()
    .replace(
      /^[【[（(《]?附件\s*[（(]?\s*(?:No\.?|第)?\s*[\d０-９一二三四五六七八九十]{1,3}\s*[)）]?[】\]》]?[：:.．\s]*/i,
      '',
    )
