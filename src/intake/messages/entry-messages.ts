import { say } from '../../documents/message.ts'
import { at, keeping, short, skipping } from '../../documents/messages/at-place.ts'
import { keyOf, type Place } from '../../documents/place-in-file.ts'

/** What stops an import in the values of an item or in a paragraph, and how to go on. */

const MARKS = {
  struck: ['有删除线', 'is struck through'],
  picture: ['里有图片', 'holds a picture'],
  footnote: ['带脚注，脚注没有读入', 'has a footnote, which is not read'],
  symbol: ['里有无法识别的字符', 'holds a character that cannot be read'],
  date: ['是日期格式，显示的文字不得而知', 'is formatted as a date; what it shows is not known'],
  format: ['有特殊的数字格式，显示的文字不得而知', 'has a number format; what it shows is not known'],
  formula: ['是没有保存结果的公式', 'is a formula whose result was not saved'],
  error: ['是公式错误', 'is a formula error'],
} as const

export const marked = (place: Place, mark: keyof typeof MARKS, text: string) => {
  const [zh, en] = MARKS[mark]
  return at(
    `mark-${mark}`,
    place,
    `单元格${zh}（“${short(text)}”）。照读：${keeping(place)}；不读这一行：${skipping(place)}。`,
    `the cell ${en} ("${short(text)}"). To read it as it is: ${keeping(place)}; to leave the row out: ${skipping(place)}.`,
  )
}

export const severalNames = (place: Place, text: string) =>
  at(
    'several-names',
    place,
    `名称一格里像有几个名称（“${short(text)}”）。合为一个：${keeping(place)}；不读：${skipping(place)}；否则请在原文件中拆成几行。`,
    `the name cell seems to hold several names ("${short(text)}"). To join them: ${keeping(place)}; to leave the row out: ${skipping(place)}; else split the row in the file.`,
  )

export const mergedNumbers = (place: Place, name: string) =>
  at(
    'merged-name',
    place,
    `“${short(name)}”合并了几行，各行序号却不同：它是事项还是类别？是类别：--column 列号=category；是同一事项：--keep-row T${place.table}R${place.row}。`,
    `"${short(name)}" is merged over rows with numbers of their own: is it an item or a category? A category: --column N=category; one item: --keep-row T${place.table}R${place.row}.`,
  )

export const bracket = (place: Place, name: string) =>
  at(
    'bracket',
    place,
    `“${short(name)}”末尾括号里是所含名称、名称的一部分，还是说明？请用 --brackets ${keyOf(place)}=names、=part 或 =note 指明。`,
    `does the bracket at the end of "${short(name)}" hold names, a part of the name, or a remark? Say --brackets ${keyOf(place)}=names, =part or =note.`,
  )

export const noNumber = (place: Place, text: string) =>
  at(
    'no-number',
    place,
    `序号“${short(text)}”读不出数字，或缺号。按先后重新编号：--renumber；不读这一行：${skipping(place)}。`,
    `the number "${short(text)}" cannot be read, or is missing. To number in order: --renumber; to leave the row out: ${skipping(place)}.`,
  )

export const sameNumber = (place: Place, no: number) =>
  at(
    'same-number',
    place,
    `序号 ${no} 重复或倒退。按先后重新编号：--renumber；不读这一行：${skipping(place)}。`,
    `the number ${no} is repeated or goes back. To number in order: --renumber; to leave the row out: ${skipping(place)}.`,
  )

export const missingNumber = (place: Place, before: number, no: number) =>
  at(
    'missing-number',
    place,
    `序号从 ${before} 跳到 ${no}，可能缺行，而清单要记为完整。核对后确实不缺：${keeping(place)}；按先后重新编号：--renumber；确实不全：--completeness partial。`,
    `the number jumps from ${before} to ${no}: a row may be missing, while the list is to be complete. If none is: ${keeping(place)}; to number in order: --renumber; if the file is not whole: --completeness partial.`,
  )

export const noCategory = (place: Place) =>
  at(
    'no-category',
    place,
    `类别一格空白而上面有值。沿用上面的值：--fill-down；这一行没有类别：${keeping(place)}。`,
    `the category cell is empty below a filled one. To carry the value down: --fill-down; if the row has no category: ${keeping(place)}.`,
  )

export const noPlace = (place: Place, text: string) =>
  at(
    'no-place',
    place,
    `没有写明挂在外部还是内部${text ? `（“${short(text)}”）` : ''}。请用 --place exterior 或 --place interior 指明，或用 --fill-down 沿用上面的值。`,
    `it does not say whether the board hangs outside or inside${text ? ` ("${short(text)}")` : ''}. Say --place exterior or --place interior, or carry the value down with --fill-down.`,
  )

export const otherIssuer = (place: Place, text: string) =>
  at(
    'other-issuer',
    place,
    `出具单位是“${short(text)}”，不是村（居）委会。仍读入：${keeping(place)}；不读：${skipping(place)}。`,
    `it is issued by "${short(text)}", not by a village or residents' committee. To read it all the same: ${keeping(place)}; to leave it out: ${skipping(place)}.`,
  )

export const oddParagraph = (place: Place, text: string) =>
  at(
    'odd-paragraph',
    place,
    `这一段没有编号，不知是事项还是上一条的内容（“${short(text)}”）。不读：${skipping(place)}。`,
    `this paragraph has no number; it may be an item or belong to the one above ("${short(text)}"). To leave it out: ${skipping(place)}.`,
  )

export const deepParagraph = (place: Place, text: string) =>
  at(
    'deep-paragraph',
    place,
    `编号比其他事项低一级，可能是上一条的细目（“${short(text)}”）。不读：${skipping(place)}；作为事项：${keeping(place)}。`,
    `it is numbered one level below the items and may detail the one above ("${short(text)}"). To leave it out: ${skipping(place)}; to read it as an item: ${keeping(place)}.`,
  )

export const bareHeading = (place: Place, text: string) =>
  at(
    'bare-heading',
    place,
    `标题“${short(text)}”下没有事项，它本身可能就是事项。作为标题：${keeping(place)}；不读：${skipping(place)}。`,
    `the heading "${short(text)}" has no items below it and may be one itself. To take it as a heading: ${keeping(place)}; to leave it out: ${skipping(place)}.`,
  )

export const lonelyParagraph = (place: Place, text: string) =>
  at(
    'bare-heading',
    place,
    `“${short(text)}”像标题而其下没有事项，它本身可能就是事项。作为事项：${keeping(place)}；只是标题，不读：${skipping(place)}。`,
    `"${short(text)}" looks like a heading, but has no items below it and may be one itself. To read it as an item: ${keeping(place)}; to leave it out as a mere heading: ${skipping(place)}.`,
  )

export const mixedLevels = () =>
  say(
    'mixed-levels',
    '各标题下事项的编号层级不同（如有的是“1.”，有的是“（一）”），按各标题自己的层级读取，请核对。',
    'Items are numbered on different levels under different headings (1. here, （一） there); each heading is read by its own. Check them.',
  )

export const inlineItems = (place: Place, text: string) =>
  at(
    'inline-items',
    place,
    `一段里像有几条编号的事项（“${short(text)}”）。合为一条：${keeping(place)}；否则请在原文件中分段。`,
    `the paragraph seems to hold several numbered items ("${short(text)}"). To take it as one: ${keeping(place)}; else split it in the file.`,
  )
