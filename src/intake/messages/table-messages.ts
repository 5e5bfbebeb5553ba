import { say } from '../../documents/message.ts'
import { at, keeping, short, skipping } from '../../documents/messages/at-place.ts'
import { keyOf, type Place } from '../../documents/place-in-file.ts'
import { FIELDS, type Field } from '../table/field.ts'

/** What stops an import in a table's headers and rows, and how to go on. */

export const noList = () =>
  say(
    'no-list',
    '文件里没有找到清单：既没有带“序号、证明事项名称”一类表头的表格，也没有编号的段落。请核对文件。',
    'No list was found: neither a table with headers such as 序号 and 证明事项名称, nor numbered paragraphs. Check the file.',
  )

export const emptyList = () =>
  say(
    'empty-list',
    '清单是空的：有表头，但没有一行事项。请核对文件。',
    'The list is empty: there are headers but no item. Check the file.',
  )

export const unknownTable = (place: Place, first: string) =>
  at(
    'unknown-table',
    place,
    `没有认出表头（首行：“${short(first)}”），不知道是不是清单。是清单：--column 2=name 指明名称列；不是（如证明样表）：--skip-table ${keyOf(place)}。`,
    `no header was recognised (first row: "${short(first)}"); it may or may not be a list. If it is: name the column with --column 2=name; if not (a form, say): --skip-table ${keyOf(place)}.`,
  )

export const noNameColumn = (place: Place, headers: readonly string[]) =>
  at(
    'no-name-column',
    place,
    `表头里没有认出名称列（${short(headers.join('、'))}）。请用 --column 列号=name 指明，例如 --column 2=name。`,
    `no header was recognised as the name (${short(headers.join(', '))}). Say which column it is, e.g. --column 2=name.`,
  )

export const unknownColumn = (place: Place, header: string, sample: string) =>
  at(
    'unknown-column',
    place,
    `不认识表头“${short(header)}”（其下如“${short(sample)}”）。请用 --column ${place.column}=字段 指明（如 =basis、=note），不读则 --column ${place.column}=ignore。`,
    `the header "${short(header)}" is not known (below it e.g. "${short(sample)}"). Say what it is with --column ${place.column}=FIELD (basis, note …), or leave it out with --column ${place.column}=ignore.`,
  )

export const sameColumns = (place: Place, field: Field, headers: readonly string[]) =>
  at(
    'same-columns',
    place,
    `有几列都像“${FIELDS[field].zh}”（${short(headers.join('、'))}）。请用 --column 列号=字段 逐列指明。`,
    `several columns look like "${FIELDS[field].en}" (${short(headers.join(', '))}). Say for each what it is with --column N=FIELD.`,
  )

export const oddRow = (place: Place, text: string) =>
  at(
    'odd-row',
    place,
    `这一行不像事项、分组、表头或注（“${short(text)}”）。不读：${skipping(place)}。`,
    `this row looks like no item, group, header or note ("${short(text)}"). To leave it out: ${skipping(place)}.`,
  )

export const noName = (place: Place, text: string, picture: boolean) =>
  at(
    'no-name',
    place,
    `没有名称${picture ? '（单元格里是图片，无法读取）' : ''}（这一行：“${short(text)}”）。不读：${skipping(place)}；否则请在原文件中补上名称。`,
    `there is no name${picture ? ' (the cell holds a picture, which cannot be read)' : ''} (the row: "${short(text)}"). To leave it out: ${skipping(place)}; else fill in the name in the file.`,
  )

export const hiddenRow = (place: Place, text: string) =>
  at(
    'hidden-row',
    place,
    `这一行在表格里是隐藏的（也可能是筛选未取消）（“${short(text)}”）。要读：${keeping(place)}；不读：${skipping(place)}。`,
    `this row is hidden in the sheet (or by a filter left on) ("${short(text)}"). To read it: ${keeping(place)}; to leave it out: ${skipping(place)}.`,
  )

export const spanning = (place: Place, text: string) =>
  at(
    'spanning-cell',
    place,
    `“${short(text)}”横跨几列，不知属于哪一列。每列都读入：${keeping(place)}；不读这一行：${skipping(place)}。`,
    `"${short(text)}" spans several columns. To read it into each: ${keeping(place)}; to leave the row out: ${skipping(place)}.`,
  )

export const outside = (place: Place, text: string) =>
  at(
    'outside-columns',
    place,
    `“${short(text)}”在表头各列之外。不读这一格：${keeping(place)}；不读这一行：${skipping(place)}。`,
    `"${short(text)}" stands outside the header's columns. To leave the cell out: ${keeping(place)}; the row: ${skipping(place)}.`,
  )

export const crowded = (place: Place, text: string) =>
  at(
    'crowded-column',
    place,
    `一个表头之下并列了几格（“${short(text)}”），不知各是什么。请在原文件中补上各列的表头，或不读这一行：${skipping(place)}。`,
    `several cells stand side by side under one header ("${short(text)}"). Give each column a header in the file, or leave the row out: ${skipping(place)}.`,
  )

export const itemBesideTable = (place: Place, text: string) =>
  at(
    'item-beside-table',
    place,
    `这一段在表格之外，但像一条编号的事项（“${short(text)}”）。不读：${skipping(place)}；是事项：请在原文件中移入表格。`,
    `this paragraph stands outside the tables and looks like a numbered item ("${short(text)}"). To leave it out: ${skipping(place)}; if it is an item, move it into the table in the file.`,
  )
