import { stringify } from 'csv-stringify/sync'
import { basesOf } from '../../lists/bases.ts'
import type { Document } from '../../lists/document.ts'
import type { Board, Guide, Item, ListFile } from '../../lists/list.ts'
import { wordsInAnnex } from '../../lists/printed-words.ts'
import type { Kind, Source } from '../../lists/terms.ts'

/** A list as CSV (RFC 4180) in UTF-8 with a byte order mark, without which office programs take Chinese for another encoding. */
export function listCsv({ header, rows }: ListTable): string {
  // A cell that a spreadsheet would take for a formula gets an apostrophe before it.
  return stringify([header, ...rows], { bom: true, record_delimiter: '\r\n', escape_formulas: true })
}

/** A list as a table: the header row, then a row per item. Every cell is text. */
export interface ListTable {
  readonly title: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const nameHeader: Readonly<Record<Kind, string>> = {
  certificate: '证明事项名称',
  signboard: '牌子名称',
  task: '事项名称',
}
/** Every field of a guide and of a board has its column: one that is missing here does not compile. */
const guideHeader: Readonly<Record<keyof Guide, string>> = {
  use: '办理用途',
  basis: '设定依据',
  requestedBy: '要求出具单位',
  conditions: '申请条件',
  applicants: '服务对象',
  materials: '所需材料',
  procedure: '办理流程',
  timeLimit: '办理时限',
  validity: '有效期',
  fee: '收费',
  office: '办理地点',
  hours: '办理时间',
  phone: '咨询电话',
  form: '证明样表',
}
const boardHeader: Readonly<Record<Exclude<keyof Board, 'place'>, string>> = {
  sign: '式样',
  size: '规格',
  material: '材质',
  colour: '颜色',
  quantity: '数量',
  position: '悬挂位置',
}
const entriesOf = <Key extends string>(headers: Readonly<Record<Key, string>>) =>
  Object.entries(headers) as [Key, string][]
const places = { exterior: '外部', interior: '内部' } as const

/** What the list itself prints; what we recorded beside it is no part of an official table. */
const printedLines = (additions: Item['exceptions'] = []) =>
  additions.flatMap(({ text }) => wordsInAnnex(text) ?? []).join('\n')

/**
 * The columns a list can have, headed as `qingdan import` reads them (出处 it knows and leaves out). Those that no item fills
 * are left out.
 */
const columns = (
  list: ListFile,
  documents: ReadonlyMap<string, Document>,
): [string, (item: Item) => string | undefined][] => [
  ['序号', (item) => String(item.no)],
  ['类别', (item) => item.category],
  [nameHeader[list.kind], printedName],
  ...entriesOf(guideHeader).map(([field, header]): [string, (item: Item) => string | undefined] => [
    header,
    (item) => item.guide?.[field],
  ]),
  ['位置', (item) => item.board && places[item.board.place]],
  ...entriesOf(boardHeader).map(([field, header]): [string, (item: Item) => string | undefined] => [
    header,
    (item) => item.board?.[field],
  ]),
  ['例外情形', (item) => printedLines(item.exceptions)],
  ['替代方式', (item) => printedLines(item.instead)],
  ['备注', ({ note }) => note && wordsInAnnex(note)],
  ['出处', (item) => printedSources(basesOf(item), documents)],
]

/** The name as a list prints it, with the names in brackets after it: 婚姻状况证明（婚姻关系证明、分居证明）. */
function printedName({ name, subNames, subNamesOpen }: Item): string {
  return subNames ? `${name}（${subNames.join('、')}${subNamesOpen ? '等' : ''}）` : name
}

/** 《消防法》（2021-04-29）第六条, a line for each version of law that the item stands through. */
function printedSources(sources: readonly Source[], documents: ReadonlyMap<string, Document>): string {
  return sources
    .map(({ document, version, clause = '' }) => {
      const { title } = documents.get(document) as Document
      return `《${title}》${version ? `（${version}）` : ''}${clause}`
    })
    .join('\n')
}

/** Lays a list out as a table in Chinese. */
export function listTable(list: ListFile, documents: ReadonlyMap<string, Document>): ListTable {
  const filled = columns(list, documents).filter(([, cell]) => list.items.some((item) => cell(item)))
  return {
    title: list.title,
    header: filled.map(([header]) => header),
    rows: list.items.map((item) => filled.map(([, cell]) => cell(item) ?? '')),
  }
}
