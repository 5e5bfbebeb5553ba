import { say } from '../../documents/message.ts'
import { at, short } from '../../documents/messages/at-place.ts'
import { keyOf, type Place } from '../../documents/place-in-file.ts'
import { type Doubt, doubt, flag, keep, skip } from './doubt.ts'

/** What stops an import in the values of an item or in a paragraph, and how to go on. */

const MARKS = {
  struck: ['单元格有删除线', 'the cell is struck through'],
  picture: ['单元格里有图片', 'the cell holds a picture'],
  embedded: ['单元格里嵌有另一份文件', 'the cell holds an embedded file'],
  footnote: ['单元格带脚注，脚注没有读入', 'the cell has a footnote, which is not read'],
  symbol: ['单元格里有无法识别的字符', 'the cell holds a character that cannot be read'],
  date: ['单元格是日期格式，显示的文字不得而知', 'the cell is formatted as a date; what it shows is not known'],
  format: ['单元格有特殊的数字格式，显示的文字不得而知', 'the cell has a number format; what it shows is not known'],
  formula: ['单元格是没有保存结果的公式', 'the cell is a formula whose result was not saved'],
  error: ['单元格是公式错误', 'the cell is a formula error'],
  unseen: ['单元格的文字与底色同色，看不见', 'the text of the cell has the colour of its ground and cannot be seen'],
} as const

export const marked = (place: Place, mark: keyof typeof MARKS, text: string): Doubt =>
  doubt(`mark-${mark}`, { place, text }, MARKS[mark][0], MARKS[mark][1], [
    keep(place),
    skip(place, '不读这一行', 'to leave the row out'),
  ])

const BESIDE = {
  picture: [
    '清单旁有图片，图片中的文字没有读入；图片中有事项的，请录入后再导入',
    'a picture stands beside the list, and what it shows is not read; items in it must be typed',
  ],
  embedded: ['清单旁嵌有另一份文件，没有读入', 'another file is embedded beside the list, and is not read'],
} as const

export const besideList = (place: Place, what: keyof typeof BESIDE): Doubt =>
  doubt(`beside-${what}`, { place }, BESIDE[what][0], BESIDE[what][1], [
    keep(place, '与清单无关（如印章）', 'if it is no part of the list (a seal, say)'),
  ])

export const comment = (place: Place, text: string) =>
  at('comment', place, `批注未读入：“${short(text)}”。`, `a comment is not read: "${short(text)}".`)

export const commented = (place: Place, comment: string): Doubt =>
  doubt(
    'comment',
    { place, text: comment },
    '单元格有批注，批注没有读入',
    'the cell has a comment, which is not read',
    [keep(place), skip(place, '不读这一行', 'to leave the row out')],
  )

/** `cut` is how the cell would be cut. */
export const severalNames = (place: Place, cut: readonly string[]): Doubt =>
  doubt(
    'several-names',
    { place, text: cut.join(' | ') },
    '名称一格里像有几个名称',
    'the name cell seems to hold several names',
    [flag('--split', '照此拆开', 'to cut it so', keyOf(place)), keep(place, '合为一个', 'to join them'), skip(place)],
  )

export const mergedNumbers = (place: Place, name: string): Doubt =>
  doubt(
    'merged-name',
    { place, text: name },
    '名称合并了几行，各行序号却不同：它是事项还是类别',
    'the name is merged over rows with numbers of their own: it is an item or a category',
    [flag('--column', '是类别', 'a category', '列号=category'), keep(place, '是同一事项', 'one item')],
  )

export const bracket = (place: Place, name: string): Doubt =>
  doubt(
    'bracket',
    { place, text: name },
    '名称末尾括号里是所含名称、名称的一部分，还是说明',
    'the bracket at the end may hold names, a part of the name, or a remark',
    [
      flag('--brackets', '名称的一部分', 'a part of the name', `${keyOf(place)}=part`),
      flag('--brackets', '所含名称', 'names', `${keyOf(place)}=names`),
      flag('--brackets', '说明', 'a remark', `${keyOf(place)}=note`),
    ],
  )

export const noNumber = (place: Place, text: string): Doubt =>
  doubt('no-number', { place, text }, '序号读不出数字，或缺号', 'the number cannot be read, or is missing', [
    flag('--renumber', '按先后重新编号', 'to number in order'),
    skip(place, '不读这一行', 'to leave the row out'),
  ])

export const sameNumber = (place: Place, no: number): Doubt =>
  doubt('same-number', { place, text: String(no) }, '序号重复或倒退', 'the number is repeated or goes back', [
    flag('--renumber', '按先后重新编号', 'to number in order'),
    skip(place, '不读这一行', 'to leave the row out'),
  ])

export const missingNumber = (place: Place, before: number | string, no: number | string): Doubt =>
  doubt(
    'missing-number',
    { place, text: `${before} → ${no}` },
    '序号中断，可能缺行，而清单要记为完整',
    'the numbers jump: a row may be missing, while the list is to be complete',
    [
      keep(place, '核对后确实不缺', 'if none is'),
      flag('--renumber', '按先后重新编号', 'to number in order'),
      flag('--completeness', '确实不全', 'if the file is not whole', 'partial'),
    ],
  )

export const noCategory = (place: Place): Doubt =>
  doubt('no-category', { place }, '类别一格空白而上面有值', 'the category cell is empty below a filled one', [
    flag('--fill-down', '沿用上面的值', 'to carry the value down'),
    keep(place, '这一行没有类别', 'if the row has no category'),
  ])

export const noPlace = (place: Place, text: string): Doubt =>
  doubt(
    'no-place',
    { place, ...(text ? { text } : {}) },
    '没有写明挂在外部还是内部',
    'it does not say whether the board hangs outside or inside',
    [
      flag('--place', '都在外部', 'all outside', 'exterior'),
      flag('--place', '都在内部', 'all inside', 'interior'),
      flag('--fill-down', '沿用上面的值', 'to carry the value down'),
    ],
  )

export const otherIssuer = (place: Place, text: string): Doubt =>
  doubt(
    'other-issuer',
    { place, text },
    '出具单位不是村（居）委会',
    'it is not issued by a village or residents’ committee',
    [keep(place, '仍读入', 'to read it all the same'), skip(place)],
  )

export const oddParagraph = (place: Place, text: string): Doubt =>
  doubt(
    'odd-paragraph',
    { place, text },
    '这一段没有编号，不知是事项还是上一条的内容',
    'this paragraph has no number; it may be an item or belong to the one above',
    [skip(place)],
  )

export const deepParagraph = (place: Place, text: string): Doubt =>
  doubt(
    'deep-paragraph',
    { place, text },
    '编号比其他事项低一级，可能是上一条的细目',
    'it is numbered one level below the items and may detail the one above',
    [skip(place), keep(place, '作为事项', 'to read it as an item')],
  )

export const bareHeading = (place: Place, text: string): Doubt =>
  doubt(
    'bare-heading',
    { place, text },
    '标题下没有事项，它本身可能就是事项',
    'the heading has no items below it and may be one itself',
    [keep(place, '作为标题', 'to take it as a heading'), skip(place)],
  )

export const lonelyParagraph = (place: Place, text: string): Doubt =>
  doubt(
    'bare-heading',
    { place, text },
    '像标题而其下没有事项，它本身可能就是事项',
    'it looks like a heading, but has no items below it and may be one itself',
    [
      keep(place, '作为事项', 'to read it as an item'),
      skip(place, '只是标题，不读', 'to leave it out as a mere heading'),
    ],
  )

export const mixedLevels = () =>
  say(
    'mixed-levels',
    '各标题下事项的编号层级不同（如有的是“1.”，有的是“（一）”），按各标题自己的层级读取，请核对。',
    'Items are numbered on different levels under different headings (1. here, （一） there); each heading is read by its own. Check them.',
  )
