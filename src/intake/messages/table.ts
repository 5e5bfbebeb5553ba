import { keyOf, type Place, placeWords } from '../place.ts'
import { type Said, say } from '../said.ts'
import { FIELDS, type Field } from '../table/field.ts'

/** What stops an import in a table or a paragraph, and how to go on; and what was done there without a doubt. */

const at = (code: string, place: Place, zh: string, en: string): Said => {
  const words = placeWords(place)
  return say(code, `${words.zh}：${zh}`, `${words.en}: ${en}`)
}
const short = (text: string) => {
  const line = text.replaceAll('\n', ' ')
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}
const skipping = (place: Place) => `--skip-row ${keyOf(place)}`
const keeping = (place: Place) => `--keep-row ${keyOf(place)}`

export const noList = () =>
  say(
    'no-list',
    '文件里没有找到清单：既没有带“序号、证明事项名称”一类表头的表格，也没有编号的段落。请核对文件；表头写法特殊时用 --column 2=name 指明名称列。',
    'No list was found: neither a table with headers such as 序号 and 证明事项名称, nor numbered paragraphs. Check the file; where the headers are unusual, name the column with --column 2=name.',
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

export const noNameColumn = (place: Place, headers: string) =>
  at(
    'no-name-column',
    place,
    `表头里没有认出名称列（${short(headers)}）。请用 --column 列号=name 指明，例如 --column 2=name。`,
    `no header was recognised as the name (${short(headers)}). Say which column it is, e.g. --column 2=name.`,
  )

export const unknownColumn = (place: Place, header: string, sample: string) =>
  at(
    'unknown-column',
    place,
    `不认识表头“${short(header)}”（其下如“${short(sample)}”）。请用 --column ${place.column}=字段 指明（如 =basis、=note），不读则 --column ${place.column}=ignore。`,
    `the header "${short(header)}" is not known (below it e.g. "${short(sample)}"). Say what it is with --column ${place.column}=FIELD (basis, note …), or leave it out with --column ${place.column}=ignore.`,
  )

export const sameColumns = (place: Place, field: Field, headers: string) =>
  at(
    'same-columns',
    place,
    `有几列都像“${FIELDS[field].zh}”（${short(headers)}）。请用 --column 列号=字段 逐列指明。`,
    `several columns look like "${FIELDS[field].en}" (${short(headers)}). Say for each what it is with --column N=FIELD.`,
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

export const inlineItems = (place: Place, text: string) =>
  at(
    'inline-items',
    place,
    `一段里像有几条编号的事项（“${short(text)}”）。合为一条：${keeping(place)}；否则请在原文件中分段。`,
    `the paragraph seems to hold several numbered items ("${short(text)}"). To take it as one: ${keeping(place)}; else split it in the file.`,
  )

/* What was done. */

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
export const countedOtherwise = (place: Place, stated: number, found: number) =>
  at(
    'count-differs',
    place,
    `文中写明 ${stated} 项，读到 ${found} 项。`,
    `the text states ${stated} items, ${found} were read.`,
  )
