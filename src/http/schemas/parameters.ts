import { Type } from 'typebox'
import { usualHome } from '../../config/config.ts'
import type { Sentence } from '../../lists/terms.ts'
import { Body as BodyWord, Completeness, Effect, Grade, Kind, oneOf } from '../../lists/terms.ts'
import { isVisibleText, longestName, written, writtenWords } from '../../rulings/question.ts'

/** Formats of our own, for the validator. They say what a pattern could not say for RE2, Python and Java alike. */
export const formats = { [written.format]: isVisibleText }

/** What each kind is shown by in the document: something that its lists have. */
const shown: Readonly<
  Record<Kind, { readonly name: string; readonly item: string; readonly list: string; readonly search: string }>
> = {
  certificate: { name: '婚姻状况证明', item: 'annex-3/8', list: 'annex-3', search: '婚姻' },
  signboard: { name: '村民委员会', item: 'annex-7/2', list: 'annex-7', search: '村务' },
  task: { name: '人口普查协助', item: 'annex-2/38', list: 'annex-2', search: '普查' },
}

/** The name of something of a kind, as a caller writes it. */
export const nameOf = (kind: Kind) =>
  Type.String({
    ...written,
    description: `所问名称，或事项的稳定标识（如 ${shown[kind].item}）；最长 ${longestName} 个字符`,
    examples: [shown[kind].name],
  })

export const Name = nameOf('certificate')

export const regionWords =
  '村（社区）所在地的行政区划代码（GB/T 2260），适用该地区及其上级的清单；不填为部署时所设的 HOME_REGION'

/** Without a default here, which validation would fill in: where a question without a region is asked is for the operator to say. */
export const Region = Type.String({
  pattern: '^[1-9]\\d{5}$',
  maxLength: 6,
  description: regionWords,
  examples: [usualHome],
})

export const RegionId = Type.String({
  pattern: '^[1-9]\\d{5}$',
  maxLength: 6,
  description: '行政区划代码（GB/T 2260）',
  examples: [usualHome],
})

export const SearchRegions = Type.String({
  ...written,
  description: '名称或代码，可以只写一部分',
  examples: ['夷陵'],
})

export const On = Type.String({
  format: 'date',
  maxLength: 10,
  description: '按哪一天的规定作答；不填为当日（北京时间）',
  examples: ['2026-11-22'],
})

export const Issuer = Type.String({
  ...written,
  description: '拟由谁出具；不是村（居）民委员会时答复为 not_applicable',
  examples: ['村民委员会'],
})

export const Body = Type.Unsafe<BodyWord>({
  ...BodyWord,
  description:
    '问的是 village（村民委员会）还是 community（居民委员会）；不填为两者；出具单位写明其中一种的，以出具单位为准',
  examples: ['village'],
})

export const Place = oneOf(['exterior', 'interior'])

/** Words to search the names of a kind for. */
export const searchIn = (kind: Kind) =>
  Type.String({ ...written, description: '名称中包含的文字', examples: [shown[kind].search] })

export const Search = searchIn('certificate')

/** How many entries a page may have. */
export const longestPage = 200
const pageLength = { minimum: 1, maximum: longestPage, format: 'int32' }
const skipped = { minimum: 0, maximum: 10_000_000, format: 'int32' }

export const Limit = Type.Integer({ ...pageLength, default: 50, description: '每页条数', examples: [50] })
export const Offset = Type.Integer({
  ...skipped,
  default: 0,
  description: '跳过的条数',
  examples: [0],
})
/** Shape of the ids of lists and documents. */
const slug = { pattern: '^[a-z0-9-]+$', maxLength: 80 }

export const DocumentId = Type.String({ ...slug, description: '文件标识', examples: ['notice-2023'] })

/** The id of a list of a kind. */
export const listIdOf = (kind: Kind) => Type.String({ ...slug, description: '清单标识', examples: [shown[kind].list] })

export const ListId = listIdOf('certificate')

const oneOfThese = (schema: { enum: string[] }): Sentence => ({
  zh: `${schema.enum.join('、')} 之一`,
  en: `one of ${schema.enum.join(', ')}`,
})
const whole = (from: number, to: number): Sentence => ({
  zh: `${from} 至 ${to} 的整数`,
  en: `a whole number from ${from} to ${to}`,
})

const codeWords: Sentence = {
  zh: `六位行政区划代码（GB/T 2260），如 ${usualHome}`,
  en: `a six-digit GB/T 2260 code such as ${usualHome}`,
}

/** What each parameter accepts, said to whoever sent something else. */
export const accepts: Readonly<Record<string, Sentence>> = {
  name: writtenWords,
  issuer: writtenWords,
  q: writtenWords,
  region: codeWords,
  parent: codeWords,
  code: codeWords,
  on: { zh: '日历上存在的日期，写作 YYYY-MM-DD', en: 'a day that exists, written YYYY-MM-DD' },
  body: oneOfThese(BodyWord),
  'whole body': { zh: 'JSON 对象', en: 'a JSON object' },
  working: { zh: 'true 或 false', en: 'true or false' },
  count: whole(1, 1000),
  boards: { zh: '最多 200 块牌子的数组', en: 'an array of at most 200 boards' },
  tasks: { zh: '最多 200 项工作事务的数组', en: 'an array of at most 200 tasks' },
  certificates: { zh: '最多 200 项证明的数组', en: 'an array of at most 200 certificates' },
  village: writtenWords,
  service: writtenWords,
  department: writtenWords,
  questions: { zh: '1 至 1000 个问题的数组', en: 'an array of 1 to 1,000 questions' },
  kind: oneOfThese(Kind),
  place: oneOfThese(Place),
  effect: oneOfThese(Effect),
  grade: oneOfThese(Grade),
  completeness: oneOfThese(Completeness),
  list: { zh: '清单标识，如 annex-3', en: 'the id of a list, such as annex-3' },
  id: { zh: '小写字母、数字和连字符组成的标识', en: 'an id of lower-case letters, digits and hyphens' },
  'id of a row': {
    zh: '至多 200 个字符的文字或绝对值小于 2^53 的数',
    en: 'at most 200 characters or a number below 2^53',
  },
  no: whole(1, 9_999_999),
  limit: whole(1, 200),
  offset: whole(0, 10_000_000),
  page: whole(1, 1_000_000),
  verbose: {
    zh: '至多 5 个字符，不得含控制字符',
    en: 'at most 5 characters without control characters',
  },
}
