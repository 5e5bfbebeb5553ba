import { annexIn, behindAnnex } from './judge/annex-number.ts'
import { batchIn } from './table/heading.ts'

/** What a document prints of itself: which attachment, under what title, which batch, which document number. */
export interface PrintedTitle {
  readonly annex?: number
  readonly title?: string
  readonly batch?: string
  readonly number?: string
}

const TITLE_END =
  /(清单|目录|一览表?|汇总表|名单|事项表|事项|指南汇编)(及.{0,10}(指南|样表|样式|目录|流程))?(\s*[（(].*[)）])?》?(\s*[（(].*[)）])*$/s
/** Whether a line is, or ends, the title of a list. */
export const isTitle = (line: string): boolean => TITLE_END.test(line)
const ISSUER = /(局|厅|部|委|委员会|办公室|政府)(文件)?$/
/** 民发〔2020〕20号, in whichever brackets. */
const NUMBER = /[\p{Script=Han}]{1,12}\s*[〔［[（(﹝【]\s*(?:19|20)\d{2}\s*[〕］\])）﹞】]\s*第?\s*\d{1,5}\s*号/u

/** A line that only bears a number (maybe after its issuer) numbers this document; in running text it cites another. */
export function documentNumber(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const number = NUMBER.exec(line)?.[0]
    if (number && line.length - number.length <= 20 && !/根据|按照|依据|依照|按|《/.test(line)) {
      return number.replace(/\s/g, '').replace(/^.*(文件|文号|发文字号)/, '')
    }
  }
  return undefined
}

/** Reads the lines above a list. A title may take several lines; a bracket below it, such as (第一批), belongs to it. */
export function printedTitle(opening: readonly string[], batches: ReadonlySet<string>): PrintedTitle {
  const lines = opening
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter(Boolean)
  const annex = lines.map(annexIn).find((one) => one !== undefined)
  const end = lines.findIndex((line) => TITLE_END.test(line))
  let title: string | undefined
  if (end >= 0) {
    let from = end
    const joins = (line: string) =>
      annexIn(line) === undefined &&
      !NUMBER.test(line) &&
      !ISSUER.test(line) &&
      !/[。：:]/.test(line) &&
      line.length > 4
    while (from > 0 && end - from < 2 && joins(lines[from - 1] as string)) from -= 1
    let to = end + 1
    while (/^[（(].*[)）]$/.test(lines[to] ?? '')) to += 1
    title = behindAnnex(lines.slice(from, to).join('')).replace(/\s+/g, '')
  }
  const batch = batches.size > 0 ? [...batches].join('、') : batchIn(title ?? '')
  const number = documentNumber(lines)
  return {
    ...(annex === undefined ? {} : { annex }),
    ...(title ? { title } : {}),
    ...(batch ? { batch } : {}),
    ...(number ? { number } : {}),
  }
}

/** Whether a line above a list was read as its title, attachment, batch or document number. */
export function isOfTitle(text: string, { title = '', batch, number }: PrintedTitle): boolean {
  const line = text.replace(/\s+/g, '')
  const rest = behindAnnex(line)
  const inBatch = batch !== undefined && batchIn(line) !== undefined && batch.includes(batchIn(line) as string)
  return rest === '' || title.includes(rest) || inBatch || (number !== undefined && line.endsWith(number))
}
