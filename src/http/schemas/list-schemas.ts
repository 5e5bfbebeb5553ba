import { type Static, Type } from 'typebox'
import { Provenance } from '../../lists/list.ts'
import { Completeness, count, Day, Effect, Grade, Kind, prose, RegionCode, Slug } from '../../lists/terms.ts'
import type { Citation } from '../../rulings/answer.ts'

const citation = Type.Ref('Citation#') as unknown as typeof Citation

const summary = {
  id: Type.String({ ...Slug, description: '清单标识' }),
  annex: Type.Optional(Type.Integer({ minimum: 1, maximum: 7, format: 'int32', description: '通知的附件号' })),
  kind: Kind,
  effect: Effect,
  title: Type.String(prose),
  issuer: Type.String({ ...prose, description: '清单制定者' }),
  custodian: Type.String({ ...prose, description: '对该清单负责的单位' }),
  region: Type.String({ ...RegionCode, description: '适用地区（GB/T 2260）' }),
  from: Type.Optional(Type.String({ ...Day, description: '首个有效日；未知则无' })),
  to: Type.Optional(Type.String({ ...Day, description: '末个有效日；未知则无' })),
  completeness: Completeness,
  grade: Grade,
  items: Type.Integer({ ...count, description: '已收录的事项数' }),
  reviewed: Type.String({ ...Day, description: '最近核对日期' }),
}

export const ListSummary = Type.Object(summary, {
  $id: 'ListSummary',
  additionalProperties: false,
  description: '一份清单的概况',
})
export type ListSummary = Static<typeof ListSummary>

export const ListDetail = Type.Object(
  {
    ...summary,
    note: Type.Optional(Type.String({ ...prose, description: '关于该清单须知' })),
    supply: Type.Optional(Type.String({ ...prose, description: '如何补全该清单' })),
    provenance: Type.Optional(Provenance),
    citation,
    custodianCitation: citation,
  },
  { $id: 'ListDetail', additionalProperties: false, description: '一份清单的详情' },
)
export type ListDetail = Static<typeof ListDetail>
