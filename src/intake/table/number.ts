import { fromChinese } from '../../documents/word/number-words.ts'

/** The number a 序号 cell holds: 1, １, 1., (1), ①, 第1项, 一、; undefined where it is none (1-1, 1.2, 新增). */
export function itemNumber(text: string): number | undefined {
  const bare = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^第|[项条号]$/g, '')
    .replace(/^\(|[).、,，．。:]+$/g, '')
  if (/^\d{1,6}$/.test(bare)) return Number(bare) > 0 ? Number(bare) : undefined
  return fromChinese(bare)
}

/** Whether a number is written in Chinese numerals, as headings are where items have digits. */
export const inChinese = (text: string): boolean => /^[（(]?[〇零一二三四五六七八九十百]+[)）、.．]*$/.test(text.trim())
