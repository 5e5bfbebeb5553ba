import { at, short } from '../../documents/messages/at-place.ts'
import type { Place } from '../../documents/place-in-file.ts'

/** What was done in a table or paragraph without a doubt. */

export const skippedRow = (place: Place, text: string) =>
  at('skipped-row', place, `按要求不读：“${short(text)}”。`, `left out as asked: "${short(text)}".`)
export const skippedTable = (place: Place) => at('skipped-table', place, '按要求不读。', 'left out as asked.')
export const repeatedHeaders = (place: Place, count: number) =>
  at('repeated-header', place, `跳过重复的表头 ${count} 处。`, `${count} repeated headers passed over.`)
export const totalRow = (place: Place, text: string) =>
  at('total-row', place, `合计行，不是事项：“${short(text)}”。`, `a total, no item: "${short(text)}".`)
export const noteText = (place: Place, text: string) =>
  at(
    'note-text',
    place,
    `表外说明，未写入清单：“${short(text)}”。`,
    `a note beside the list, not written to it: "${short(text)}".`,
  )
export const notRead = (place: Place, text: string) =>
  at(
    'not-read',
    place,
    `清单以外的文字，未读入：“${short(text)}”。`,
    `text outside the list, not read: "${short(text)}".`,
  )
export const keptHeading = (place: Place, text: string) =>
  at(
    'kept-heading',
    place,
    `按要求作为标题，不是事项：“${short(text)}”。`,
    `a heading, as asked, and no item: "${short(text)}".`,
  )
export const noHeaderRow = (place: Place) =>
  at(
    'no-header-row',
    place,
    '没有表头，按 --column 的指定从这一行起读。',
    'no header; read from this row on, by --column.',
  )
export const continuedTable = (place: Place) =>
  at(
    'continued-table',
    place,
    '没有表头，序号接着上一表，按上一表的各列读取。',
    'no header, and the numbers go on: read with the columns of the table before.',
  )
export const leftOutIssuer = (place: Place) =>
  at(
    'issuer-column',
    place,
    '出具单位一列都是村（居）委会，不写入清单。',
    'the column "issued by" names village committees only and is not written.',
  )
export const leftOutSource = (place: Place, header: string) =>
  at(
    'source-column',
    place,
    `“${short(header)}”一列不读：清单的出处就是这份附件。`,
    `the column "${short(header)}" is not read: the annex itself is the source.`,
  )
export const mergedRows = (place: Place, name: string) =>
  at(
    'merged-rows',
    place,
    `“${short(name)}”合并了几行，作为一条读入。`,
    `"${short(name)}" is merged over these rows and read as one item.`,
  )
export const keptBracket = (place: Place, name: string) =>
  at(
    'kept-bracket',
    place,
    `末尾括号不是名称，照印保留：“${short(name)}”。`,
    `the bracket at the end holds no name and stays: "${short(name)}".`,
  )
