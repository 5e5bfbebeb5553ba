import { type Static, Type } from 'typebox'
import { count, Day, Kind, prose, RegionCode, Slug } from '../../lists/terms.ts'
import type { DatasetReference, Remark, ReplacedCode } from '../../rulings/answer.ts'
import type { ListSummary } from './list-schemas.ts'

const closed = { additionalProperties: false }
const year = (description: string) =>
  Type.Optional(Type.Integer({ minimum: 1949, maximum: 2999, format: 'int32', description }))
const Name = Type.String({ ...prose, description: '名称' })

const summary = {
  code: RegionCode,
  name: Name,
  place: Type.String({ ...prose, description: '全称' }),
  parent: Type.Optional(Type.String({ ...RegionCode, description: '上级；全国没有' })),
  since: year('自哪一年起使用该代码；未知则无'),
}

export const RegionSummary = Type.Object(summary, {
  ...closed,
  $id: 'RegionSummary',
  description: '一个行政区划（GB/T 2260，至县级）',
})
export type RegionSummary = Static<typeof RegionSummary>

const listIds = (description: string) => Type.Array(Slug, { maxItems: 1000, description })

const Silence = Type.Object(
  {
    kind: Kind,
    speaks: Type.Boolean({ description: '未列入是否即为结论：有这样的规定，且规定所及的清单都完整、当日有效' }),
    rule: Type.Unsafe<Remark | null>({
      anyOf: [{ $ref: 'Remark#' }, { type: 'null' }],
      description: '规定未列入者如何的条款；当地没有则为 null',
    }),
    lists: listIds('该条款所及的清单'),
    missing: listIds('其中不完整或当日无效的；没有条款时，为适用清单中的'),
  },
  { ...closed, $id: 'Silence', description: '在当地，某类名称未列入清单意味着什么' },
)

export const RegionDetail = Type.Object(
  {
    ...summary,
    replacedRegion: Type.Optional(Type.Ref('ReplacedCode#') as unknown as typeof ReplacedCode),
    up: Type.Array(Type.Object({ code: RegionCode, name: Name }, closed), {
      maxItems: 10,
      description: '自上级至全国',
    }),
    children: Type.Integer({ ...count, description: '下级个数，见 /v1/regions?parent=' }),
    former: Type.Array(
      Type.Object({ code: RegionCode, name: Name, since: summary.since, until: year('至哪一年；未知则无') }, closed),
      { maxItems: 1000, description: '由它取代的代码' },
    ),
    on: Type.String({ ...Day, description: '按哪一天' }),
    lists: Type.Array(Type.Ref('ListSummary#') as unknown as typeof ListSummary, {
      maxItems: 1000,
      description: '当日适用的清单：当地的和上级的',
    }),
    silence: Type.Array(Type.Ref('Silence#') as unknown as typeof Silence, { maxItems: 3, description: '三类各一条' }),
    dataset: Type.Ref('DatasetReference#') as unknown as typeof DatasetReference,
  },
  { ...closed, $id: 'RegionDetail', description: '一个行政区划：它的上级、适用的清单、未列入意味着什么' },
)
export type RegionDetail = Static<typeof RegionDetail>

export const regionSchemas = [RegionSummary, Silence, RegionDetail]
