import { keyOf, type Place } from '../../documents/place-in-file.ts'
import { FIELDS, type Field } from '../table/field.ts'
import { type Doubt, doubt, flag, keep, skip } from './doubt.ts'

/** What stops an import in a table's headers and rows, and how to go on. */

export const noList = (): Doubt =>
  doubt(
    'no-list',
    {},
    '文件里没有找到清单：既没有带“序号、证明事项名称”一类表头的表格，也没有编号的段落。请核对文件',
    'No list was found: neither a table with headers such as 序号 and 证明事项名称, nor numbered paragraphs. Check the file',
  )

export const emptyList = (): Doubt =>
  doubt(
    'empty-list',
    {},
    '清单是空的：有表头，但没有一行事项。请核对文件',
    'The list is empty: there are headers but no item. Check the file',
  )

export const unknownTable = (place: Place, first: string): Doubt =>
  doubt(
    'unknown-table',
    { place, text: first },
    '没有认出表头（引号里是首行），不知道是不是清单',
    'no header was recognised (the first row is quoted); it may or may not be a list',
    [
      flag('--skip-table', '不是清单（如证明样表）', 'if it is none (a form, say)', keyOf(place)),
      flag('--column', '是清单，指明名称列', 'if it is, name the column', '2=name'),
    ],
  )

export const noNameColumn = (place: Place, headers: readonly string[]): Doubt =>
  doubt(
    'no-name-column',
    { place, text: headers.join('、') },
    '表头里没有认出名称列',
    'no header was recognised as the name',
    [flag('--column', '指明名称列', 'to say which it is', '列号=name')],
  )

export const unknownColumn = (place: Place, header: string, sample: string): Doubt =>
  doubt(
    'unknown-column',
    { place, text: `${header}: ${sample}` },
    '不认识的表头（引号里是表头和其下的字）',
    'the header is not known (quoted with a text below it)',
    [
      flag('--column', '不读', 'to leave it out', `${place.column}=ignore`),
      flag('--column', '指明含义', 'to say what it is', `${place.column}=basis`),
    ],
  )

export const unknownLabel = (place: Place, label: string, sample: string): Doubt =>
  doubt(
    'unknown-label',
    { place, text: `${label}: ${sample}` },
    '指南中不认识的一栏',
    'a label of the guide is not known',
    [keep(place, '不读这一栏', 'to leave it out')],
  )

export const noGuideName = (place: Place): Doubt =>
  doubt('no-name', { place }, '这份指南没有写明是哪一项', 'this guide does not say of what', [
    flag('--skip-table', '不读', 'to leave it out', `T${place.table}`),
  ])

export const tabbed = (place: Place, text: string): Doubt =>
  doubt(
    'tabbed',
    { place, text },
    '这一段用制表符分成几栏而没有表头，不知各是什么；请在原文件中加一行表头，或改成表格',
    'this paragraph is cut into columns by tabs and has no header; give it one in the file, or make it a table',
    [skip(place)],
  )

export const sameColumns = (place: Place, field: Field, headers: readonly string[]): Doubt =>
  doubt(
    'same-columns',
    { place, text: headers.join('、') },
    `有几列都像“${FIELDS[field].zh}”`,
    `several columns look like "${FIELDS[field].en}"`,
    [flag('--column', '逐列指明', 'to say for each what it is', '列号=字段')],
  )

export const oddRow = (place: Place, text: string): Doubt =>
  doubt(
    'odd-row',
    { place, text },
    '这一行不像事项、分组、表头或注',
    'this row looks like no item, group, header or note',
    [skip(place)],
  )

export const noName = (place: Place, text: string, picture: boolean): Doubt =>
  doubt(
    picture ? 'no-name-picture' : 'no-name',
    { place, text },
    `没有名称${picture ? '，单元格里是图片，无法读取' : ''}；有名称的，请在原文件中补上`,
    `there is no name${picture ? ': the cell holds a picture, which cannot be read' : ''}; if it has one, fill it in in the file`,
    [skip(place)],
  )

export const hiddenRow = (place: Place, text: string): Doubt =>
  doubt(
    'hidden-row',
    { place, text },
    '这一行在表格里是隐藏的（也可能是筛选未取消）',
    'this row is hidden in the sheet (or by a filter left on)',
    [keep(place, '要读', 'to read it'), skip(place)],
  )

export const spanning = (place: Place, text: string): Doubt =>
  doubt('spanning-cell', { place, text }, '一格横跨几列，不知属于哪一列', 'a cell spans several columns', [
    keep(place, '每列都读入', 'to read it into each'),
    skip(place, '不读这一行', 'to leave the row out'),
  ])

export const outside = (place: Place, text: string): Doubt =>
  doubt('outside-columns', { place, text }, '一格在表头各列之外', 'a cell stands outside the header’s columns', [
    keep(place, '不读这一格', 'to leave the cell out'),
    skip(place, '不读这一行', 'to leave the row out'),
  ])

export const crowded = (place: Place, text: string): Doubt =>
  doubt(
    'crowded-column',
    { place, text },
    '一个表头之下并列了几格，不知各是什么；请在原文件中补上各列的表头',
    'several cells stand side by side under one header; give each column a header in the file',
    [skip(place, '不读这一行', 'to leave the row out')],
  )

export const itemBesideTable = (place: Place, text: string): Doubt =>
  doubt(
    'item-beside-table',
    { place, text },
    '这一段在表格之外，但像一条编号的事项；是事项的，请在原文件中移入表格',
    'this paragraph stands outside the tables and looks like a numbered item; if it is one, move it into the table in the file',
    [skip(place)],
  )
