import { type Static, Type } from 'typebox'
import { Board, Guide } from '../lists/list.ts'
import {
  Body,
  Completeness,
  count,
  Day,
  Effect,
  Grade,
  itemNo,
  Kind,
  Outcome,
  oneOf,
  prose,
  RegionCode,
  Slug,
} from '../lists/terms.ts'
import { issuerReadings } from '../names/issuers/read-issuer.ts'
import { written } from './question.ts'

export { Outcome, outcomes } from '../lists/terms.ts'

const closed = { additionalProperties: false }
const nullable = (rules: object, description: string) =>
  Type.Unsafe<string | null>({ ...rules, type: ['string', 'null'], description })

/** The day of the newest list and eight digits of the content hash. */
export const DatasetVersion = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}\\.[0-9a-f]{8}$',
  maxLength: 19,
  description: '作答所用数据集的版本',
})

/** What an answer was read from. */
export const DatasetReference = Type.Object(
  { version: DatasetVersion },
  { ...closed, $id: 'DatasetReference', description: '作答所用的数据集' },
)

/** The document a statement rests on. What the sources do not tell of it is null. */
const citation = {
  document: Type.String({ ...prose, description: '依据文件名称' }),
  documentId: Type.String({ ...Slug, description: '依据文件标识，见 /v1/documents/{id}' }),
  number: nullable(prose, '文号；未知为 null'),
  issuer: nullable(prose, '发文机关；未知为 null'),
  version: nullable(Day, '法律法规所引版本的日期（通过或修改之日）；其他文件为 null'),
  from: Type.Optional(Type.String({ ...Day, description: '法律法规所引版本的施行之日；其他文件没有' })),
  to: Type.Optional(Type.String({ ...Day, description: '法律法规所引版本的末个有效日；仍然有效的没有' })),
  clause: nullable(prose, '条款，照原文写法；未知为 null'),
  grade: Grade,
}

export const Citation = Type.Object(citation, { ...closed, $id: 'Citation', description: '依据' })
export type Citation = Static<typeof Citation>

export const ItemCitation = Type.Object(
  {
    ...citation,
    list: Type.String({ ...Slug, description: '清单标识' }),
    no: Type.Integer({ ...itemNo, description: '清单内序号' }),
  },
  { ...closed, $id: 'ItemCitation', description: '清单事项的依据' },
)
export type ItemCitation = Static<typeof ItemCitation>

const alsoInForce = Type.Optional(
  Type.Array(Type.Ref('Citation#') as unknown as typeof Citation, { description: '当日同时有效的其他依据；没有则无' }),
)

export const Remark = Type.Object(
  { text: Type.String(prose), citation: Type.Ref('Citation#') as unknown as typeof Citation, also: alsoInForce },
  { ...closed, $id: 'Remark', description: '一句说明及其依据：例外情形、替代办法或适用的条款' },
)
export type Remark = Static<typeof Remark>
const remark = Type.Ref('Remark#') as unknown as typeof Remark

export const ItemId = Type.String({
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*/[1-9]\\d{0,6}$',
  maxLength: 88,
  description: '事项的稳定标识：清单标识/序号',
  examples: ['annex-3/8'],
})

export const OnlyBody = Type.Unsafe<Static<typeof Body>>({
  ...Body,
  description: '只约束 village（村民委员会）或 community（居民委员会）；两者都约束则无',
})

export const Finding = Type.Object(
  {
    item: ItemId,
    name: Type.String({ ...prose, description: '事项名称，照清单印出' }),
    subName: Type.Optional(
      Type.String({ ...prose, description: '据以认定的附名：清单在该事项之后括注的名称；凭事项名称本身认定的没有' }),
    ),
    effect: Effect,
    body: Type.Optional(OnlyBody),
    exceptions: Type.Array(remark, { description: '该事项不适用的情形' }),
    guide: Type.Optional(Guide),
    board: Type.Optional(Board),
    note: Type.Optional(Type.String(prose)),
    citation: Type.Ref('ItemCitation#') as unknown as typeof ItemCitation,
    also: alsoInForce,
  },
  { ...closed, $id: 'Finding', description: '一项清单事项对所问名称的规定' },
)
export type Finding = Static<typeof Finding>

export const Match = Type.Object(
  {
    item: ItemId,
    name: Type.String({ ...prose, description: '事项名称，照清单印出' }),
    method: Type.String({ pattern: '^[a-z_]+$', maxLength: 40, description: '认定方法，见 docs/names.md' }),
    matched: Type.String({ ...prose, description: '据以认定的名称：清单印出的或已登记的' }),
  },
  { ...closed, $id: 'Match', description: '所问名称被认定为哪一事项' },
)
export type Match = Static<typeof Match>

export const Candidate = Type.Object(
  {
    item: ItemId,
    name: Type.String(prose),
    matched: Type.String({ ...prose, description: '据以找到该事项的印出名称或附名' }),
    score: Type.Number({ minimum: 0, maximum: 1 }),
  },
  { ...closed, $id: 'Candidate', description: '可能相关的事项，仅供人工核对，不作为认定' },
)
export type Candidate = Static<typeof Candidate>

export const NamedIssuer = Type.Object(
  {
    written: Type.String({ ...prose, description: '所写的出具单位，照问题或名称中的原文' }),
    reading: oneOf([...issuerReadings]),
  },
  {
    ...closed,
    $id: 'NamedIssuer',
    description:
      '由谁出具，以及如何理解：village 村（居）民委员会，other 其他单位，mixed 村（居）民委员会与其他单位任选，unclear 不能确定，none 没有写明单位',
  },
)
export type NamedIssuer = Static<typeof NamedIssuer>

export const Consulted = Type.Object(
  {
    list: Type.String({ ...Slug, description: '清单标识' }),
    title: Type.String(prose),
    completeness: Completeness,
    grade: Grade,
    items: Type.Integer({ ...count, description: '已收录的事项数' }),
    matched: Type.Boolean({ description: '所问名称是否认定为该清单的事项' }),
  },
  { ...closed, $id: 'Consulted', description: '据以作答的一份清单' },
)
export type Consulted = Static<typeof Consulted>

export const ReplacedCode = Type.Object(
  {
    code: Type.String({ ...RegionCode, description: '所问代码，已不再使用' }),
    name: Type.String({ ...prose, description: '该代码所指地区当时的名称' }),
    until: Type.Optional(
      Type.Integer({ minimum: 1949, maximum: 2999, format: 'int32', description: '至哪一年被取代；未知则无' }),
    ),
    successor: Type.Object(
      { code: RegionCode, name: Type.String({ ...prose, description: '全称' }) },
      { ...closed, description: '取代它的地区，答复即对该地区' },
    ),
  },
  { ...closed, $id: 'ReplacedCode', description: '所问的行政区划代码已被取代' },
)
export type ReplacedCode = Static<typeof ReplacedCode>

export const Answer = Type.Object(
  {
    query: Type.Object(
      {
        kind: Kind,
        name: Type.String(written),
        region: RegionCode,
        on: Day,
        issuer: Type.Optional(Type.String(written)),
        body: Type.Optional(Body),
      },
      { ...closed, description: '所问事项，含默认值；所问代码已被取代的，region 为取代它的地区' },
    ),
    replacedRegion: Type.Optional(Type.Ref('ReplacedCode#') as unknown as typeof ReplacedCode),
    outcome: Outcome,
    allowed: Type.Unsafe<boolean | null>({
      type: ['boolean', 'null'],
      description: '程序据以判断的唯一字段：true 可以，false 不可以，null 须人工核实',
    }),
    reason: Type.String({ ...prose, description: '一句话理由' }),
    issuer: Type.Unsafe<NamedIssuer | null>({
      anyOf: [{ $ref: 'NamedIssuer#' }, { type: 'null' }],
      description: '所问或名称中写明的出具单位；没有写为 null',
    }),
    match: Type.Unsafe<Match | null>({ anyOf: [{ $ref: 'Match#' }, { type: 'null' }] }),
    findings: Type.Array(Type.Ref('Finding#') as unknown as typeof Finding),
    rule: Type.Unsafe<Remark | null>({
      anyOf: [{ $ref: 'Remark#' }, { type: 'null' }],
      description: '事项本身不能定论时适用的条款：not_listed 为兜底规定，conflicting 为处理原则',
    }),
    law: Type.Array(remark, { description: '答复之外，法律法规本身关于能否向村（居）民委员会提出这类要求的规定' }),
    instead: Type.Array(remark, { description: '可替代的材料或应找的单位；仅在有依据时给出' }),
    candidates: Type.Array(Type.Ref('Candidate#') as unknown as typeof Candidate),
    consulted: Type.Array(Type.Ref('Consulted#') as unknown as typeof Consulted),
    dataset: Type.Ref('DatasetReference#') as unknown as typeof DatasetReference,
  },
  { ...closed, $id: 'Answer', description: '一个问题的答复' },
)
export type Answer = Static<typeof Answer>
