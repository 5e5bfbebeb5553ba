import type { Sentence } from '../../lists/terms.ts'
import { type Said, say } from '../message.ts'

/** Sentences about what is larger than the limits: what is too large, where, and what to do. */

/** Where something stands, as the start of a sentence. */
export const inRow = (row: number): Sentence => ({ zh: `第 ${row} 行`, en: `row ${row}` })
export const inSheet = (sheet: string, row: number): Sentence => ({
  zh: `工作表“${sheet}”第 ${row} 行`,
  en: `sheet "${sheet}", row ${row}`,
})
export const inTable = (table: string, row: number): Sentence => ({
  zh: `表${table} 第 ${row} 行`,
  en: `table ${table}, row ${row}`,
})
export const inParagraph = (paragraph: number): Sentence => ({ zh: `第 ${paragraph} 段`, en: `paragraph ${paragraph}` })
export const inShared = (no: number): Sentence => ({
  zh: `各单元格共用的第 ${no} 段文字`,
  en: `text ${no} of those that cells share`,
})
export const insideFile: Sentence = { zh: '文件内部', en: 'inside the file' }

const tooLarge = (where: Sentence, zh: string, en: string): Said =>
  say(
    'too-large',
    `${where.zh}：${zh}，大得不正常；不予读取。请只保留清单本身，另存后再试。`,
    `${where.en}: ${en}, which is abnormally large; the file is not read. Keep only the list itself, save it and try again.`,
  )

export const tooManyRows = (where: Sentence, most: number) =>
  tooLarge(where, `超过 ${most} 行`, `there are more than ${most} rows`)

export const tooManyColumns = (where: Sentence, most: number) =>
  tooLarge(where, `超过 ${most} 列`, `there are more than ${most} columns`)

export const tooManyCells = (where: Sentence, most: number) =>
  tooLarge(where, `至此已超过 ${most} 个单元格或段落`, `up to here there are more than ${most} cells or paragraphs`)

export const tooMuchText = (where: Sentence, most: number) =>
  tooLarge(where, `至此文字已超过 ${most} 个字符`, `up to here there are more than ${most} characters`)

export const tooManyMerged = (where: Sentence, most: number) =>
  tooLarge(where, `合并单元格超过 ${most} 处`, `more than ${most} areas are merged`)

export const tooManySheets = (where: Sentence, most: number) =>
  tooLarge(where, `超过 ${most} 个工作表`, `there are more than ${most} sheets`)

export const tooDeep = (where: Sentence, most: number) =>
  tooLarge(where, `嵌套超过 ${most} 层`, `there are more than ${most} levels of nesting`)

export const tooManyAttributes = (where: Sentence, most: number) =>
  tooLarge(where, `一个元素的属性超过 ${most} 个`, `an element has more than ${most} attributes`)

export const longCell = (where: Sentence, most: number) =>
  say(
    'long-cell',
    `${where.zh}：有一格（段）超过 ${most} 个字符，Excel 中没有这样的格子；不予读取。请检查引号和换行，分成几格后再试。`,
    `${where.en}: a cell or paragraph holds more than ${most} characters, which Excel does not allow; the file is not read. Check quotes and line breaks, or split it, and try again.`,
  )

export const longRow = (where: Sentence, most: number) =>
  say(
    'long-cell',
    `${where.zh}：一行超过 ${most} 个字符；不予读取。请检查引号是否成对、换行是否丢失。`,
    `${where.en}: a row is longer than ${most} characters; the file is not read. See whether a quote is not closed, or line breaks were lost.`,
  )
