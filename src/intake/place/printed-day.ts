import { fromChinese } from '../../documents/word/number-words.ts'
import { isInCalendar, wholeDay } from '../../lists/days.ts'

const CHINESE_DIGITS = '〇一二三四五六七八九'
const number = '[\\d〇零○一二三四五六七八九十]{1,3}'
const day = `(?<year>[\\d〇零○一二三四五六七八九]{4})年(?<month>${number})月(?:(?<day>${number})日)?`
/** A day by itself, in brackets, or as 印发 has it. */
const ALONE = new RegExp(`^[（(]?(?:印发(?:日期|时间)?|发布日期|成文日期)?[：:]?${day}(?:印发|发布)?[)）]?$`)
const AT_END = new RegExp(`${day}(?:印发|发布)?$`)
const IN_FORCE = new RegExp(`自${day}起?(?:正式)?(?:施行|实施|执行|生效)`)

const plainNumber = (text: string): number => {
  const words = text.replaceAll(/[零○]/g, '〇')
  return /^\d+$/.test(words) ? Number(words) : (fromChinese(words) ?? Number.NaN)
}
const plainYear = (text: string): string =>
  [...text.replaceAll(/[零○]/g, '〇')]
    .map((digit) => (/\d/.test(digit) ? digit : CHINESE_DIGITS.indexOf(digit)))
    .join('')
const two = (n: number) => String(n).padStart(2, '0')

/** 2024年5月10日, 二〇二四年五月 → 2024-05-10, 2024-05; undefined where there is no such day. */
function written(found: RegExpExecArray | null): string | undefined {
  const { year = '', month = '', day } = found?.groups ?? {}
  if (year === '') return undefined
  const text = [plainYear(year), two(plainNumber(month)), ...(day === undefined ? [] : [two(plainNumber(day))])].join(
    '-',
  )
  return /^\d{4}(-\d{2}){1,2}$/.test(text) && isInCalendar(text) ? text : undefined
}

const bare = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

/** The day, or the month, that a line consists of. */
export const dayAlone = (text: string): string | undefined => written(ALONE.exec(bare(text)))

/** A line that ends in a day, with what stands before it: 某区民政局 2024年5月10日. */
export function beforeDay(text: string): { readonly before: string; readonly day: string } | undefined {
  const line = bare(text)
  const found = AT_END.exec(line)
  const day = written(found)
  return found && day ? { before: line.slice(0, found.index), day } : undefined
}

/** The day from which a line says that it is in force. */
export function inForceFrom(text: string): string | undefined {
  return wholeDay(written(IN_FORCE.exec(bare(text))))
}
