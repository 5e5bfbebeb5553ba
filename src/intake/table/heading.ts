/** A heading such as 一、民政部门 or （二）公安: its level and its words. */
export interface Heading {
  readonly level: 1 | 2
  readonly words: string
}

const CHINESE = '[一二三四五六七八九十百]+'
const LEVELS = [
  [1, new RegExp(`^(?:第?${CHINESE}(?:[、.．]|(?:部分|类|章|节)[、：:\\s]?))\\s*(.+)$`, 's')],
  [2, new RegExp(`^[（(]${CHINESE}[)）]、?\\s*(.+)$`, 's')],
] as const

/** Counts in headings (共3项) are no part of the heading's words. */
const COUNT = /[（(]\s*共?\s*[\d０-９一二三四五六七八九十]+\s*[项个条类]\s*[)）]$/

/** The words of a heading without number and count. */
export const headingWords = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, '')
    .replace(COUNT, '')
    .replace(/[：:]$/, '')
    .trim()

/** Reads a numbered heading; undefined where the text has no such number. */
export function heading(text: string): Heading | undefined {
  for (const [level, pattern] of LEVELS) {
    const words = pattern.exec(text.trim())?.[1]
    if (words !== undefined) return { level, words: headingWords(words) }
  }
  return undefined
}

/** Notes stand below a list: 注：, 备注：, 说明：, 填表说明. */
export const isNote = (text: string): boolean =>
  /^[（(]?(注|备注|注释|附注|说明|填表说明|备注说明)\s*\d*\s*[：:.、]/.test(text.trim())

/** 合计, 小计: a row that counts, and is none itself. */
export const isTotal = (text: string): boolean => /^(合计|总计|小计|共计)/.test(text.replace(/\s/g, ''))

/** 第一批, 第二批 … in a title. */
export const batchIn = (text: string): string | undefined => /第[一二三四五六七八九十百\d]+批(次)?/.exec(text)?.[0]
