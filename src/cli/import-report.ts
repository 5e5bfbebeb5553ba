import type { Said } from '../documents/message.ts'
import { placeWords } from '../documents/place-in-file.ts'
import type { Status } from '../intake/compare/compare-items.ts'
import type { Report, ReportRow } from '../intake/report.ts'
import { FIELDS } from '../intake/table/field.ts'
import type { Item } from '../lists/list.ts'
import type { Language, Sentence } from '../lists/terms.ts'
import { textTable, wrap } from './text-table.ts'

const STATUS: Readonly<Record<Status, Sentence>> = {
  added: { zh: '新增', en: 'added' },
  changed: { zh: '改动', en: 'changed' },
  removed: { zh: '删除', en: 'removed' },
  unchanged: { zh: '不变', en: 'unchanged' },
}

/** What of an item changed, in people's words. */
const KEYS: Readonly<Record<string, Sentence>> = {
  no: { zh: '序号', en: 'number' },
  name: { zh: '名称', en: 'name' },
  subNames: { zh: '所含名称', en: 'sub-names' },
  subNamesOpen: { zh: '“等”', en: 'open list' },
  category: { zh: '类别', en: 'category' },
  guide: { zh: '办事指南', en: 'guide' },
  board: { zh: '挂牌要求', en: 'board' },
  exceptions: { zh: '例外', en: 'exceptions' },
  instead: { zh: '替代', en: 'instead' },
  note: { zh: '备注', en: 'remark' },
  grade: { zh: '等级', en: 'grade' },
  source: { zh: '出处', en: 'source' },
}

const HEAD = {
  zh: ['状态', '序号', '名称', '位置', '说明'],
  en: ['status', 'no', 'name', 'place', 'details'],
} as const satisfies Record<Language, readonly string[]>

const SEPARATOR: Readonly<Record<Language, string>> = { zh: '、', en: ', ' }

function details({ item, fields }: ReportRow, language: Language): string {
  const changed = fields.map((key) => KEYS[key]?.[language] ?? key).join(SEPARATOR[language])
  const subNames = item.subNames ? `（${item.subNames.join('、')}${item.subNamesOpen ? '等' : ''}）` : ''
  return [changed, item.category ? `[${item.category}]` : '', subNames].filter(Boolean).join(' ')
}

/** A value in words: a sentence, or what a list of additions says. */
function valueWords(value: unknown, language: Language): string {
  if (Array.isArray(value)) return value.map((one) => valueWords(one, language)).join(language === 'zh' ? '；' : '; ')
  if (typeof value !== 'object' || value === null) return String(value)
  const { zh, text, ...rest } = value as Record<string, unknown>
  if (typeof zh === 'string') return String((value as Record<string, unknown>)[language])
  const more = Object.values(rest).map((one) => valueWords(one, language))
  if (text === undefined) return more.join(' ')
  return language === 'zh'
    ? `${valueWords(text, language)}（${more.join('，')}）`
    : `${valueWords(text, language)} (${more.join(', ')})`
}

/** Everything an item holds, by what people call it; guide and board field by field. */
function contents(item: Item, language: Language): Map<string, string> {
  const { guide = {}, board = {}, ...rest } = item
  const fields = { ...FIELDS, ...KEYS } as Readonly<Record<string, Sentence>>
  return new Map(
    Object.entries({ ...guide, ...board, ...rest }).map(([key, value]) => [
      fields[key]?.[language] ?? key,
      valueWords(value, language),
    ]),
  )
}

/** What the table of rows itself shows of an item. */
const SHOWN = new Set(['no', 'name', 'category', 'subNames', 'subNamesOpen'].map((key) => KEYS[key] as Sentence))

/** What a clerk checks below a row: of a new item all that was read, of a changed one each field before and after. */
function contentLines({ status, item, before }: ReportRow, language: Language): string[] {
  const colon = language === 'zh' ? '：' : ': '
  const now = contents(item, language)
  if (status === 'added') {
    const shown = new Set([...SHOWN].map((label) => label[language]))
    return [...now].filter(([label]) => !shown.has(label)).map(([label, text]) => `${label}${colon}${text}`)
  }
  if (!before) return []
  const then = contents(before, language)
  const none = language === 'zh' ? '（无）' : '(none)'
  const labels = new Set([...then.keys(), ...now.keys()])
  return [...labels]
    .filter((label) => then.get(label) !== now.get(label))
    .map((label) => `${label}${colon}${then.get(label) ?? none} → ${now.get(label) ?? none}`)
}

const INDENT = '      '

/** Every row with its place, as a table; below a new or changed row what it holds, whole. */
export function preview(rows: readonly ReportRow[], language: Language, width: number | undefined): string {
  const body = rows.map((row) => [
    STATUS[row.status][language],
    String(row.item.no),
    row.item.name,
    row.place ? placeWords(row.place)[language] : '—',
    details(row, language),
  ])
  const [head, ...lines] = textTable(
    [HEAD[language], ...body],
    width === undefined ? 60 : Math.max(16, Math.floor(width / 3)),
  ).split('\n')
  const below = (row: ReportRow) =>
    contentLines(row, language).flatMap((line) =>
      wrap(`${INDENT}${line}`, width === undefined ? Number.POSITIVE_INFINITY : Math.max(24, width), `${INDENT}  `),
    )
  return [head, ...rows.flatMap((row, at) => [lines[at], ...below(row)])].join('\n')
}

/** 新增 3，改动 1，删除 0，不变 17 */
export function counts(rows: readonly ReportRow[], language: Language): string {
  const count = (status: Status) => rows.filter((row) => row.status === status).length
  return (['added', 'changed', 'removed', 'unchanged'] as const)
    .map((status) => `${STATUS[status][language]} ${count(status)}`)
    .join(language === 'zh' ? '，' : ', ')
}

/** How each table's columns were read. */
export function columnLines(report: Report, language: Language): string[] {
  return report.columns.map(({ table, columns }) => {
    const read = columns
      .filter(({ path, field }) => path.length > 0 || field)
      .map(({ number, path, field }) => {
        const header = path.join('/').replaceAll('\n', '')
        return `${number} ${header || '—'} → ${field ? FIELDS[field][language] : '？'}`
      })
    return `${placeWords({ table: table.id, ...(table.name === undefined ? {} : { sheet: table.name }) })[language]}: ${read.join('; ')}`
  })
}

const MOST = 20

/** Messages of one weight; of one kind no more than twenty, and how many more there are. */
export function messages(said: readonly Said[], lead: string, language: Language): string[] {
  return [...Map.groupBy(said, (one) => one.code).values()].flatMap((same) => {
    const lines = same.slice(0, MOST).map((one) => `${lead}${one[language]}`)
    const more = same.length - MOST
    return more > 0
      ? [...lines, `${lead}${language === 'zh' ? `同类还有 ${more} 处` : `${more} more of this kind`}`]
      : lines
  })
}
