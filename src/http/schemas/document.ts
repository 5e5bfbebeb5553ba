import { type Static, Type } from 'typebox'
import { Clause } from '../../catalogue/files/document.ts'

const summary = {
  id: Type.String({ description: '文件标识' }),
  title: Type.String(),
  number: Type.Optional(Type.String({ description: '文号' })),
  issuer: Type.Optional(Type.String({ description: '发文机关' })),
  version: Type.Optional(Type.String({ description: '法律法规所引版本的日期' })),
  issued: Type.Optional(Type.String({ description: '印发日期' })),
  published: Type.Optional(Type.String({ description: '公开日期' })),
  from: Type.Optional(Type.String({ description: '首个有效日' })),
  to: Type.Optional(Type.String({ description: '末个有效日' })),
}

export const DocumentSummary = Type.Object(summary, {
  $id: 'DocumentSummary',
  additionalProperties: false,
  description: '一份依据文件的概况',
})
export type DocumentSummary = Static<typeof DocumentSummary>

export const DocumentDetail = Type.Object(
  {
    ...summary,
    read: Type.Optional(Type.String({ description: '文本从何处读得、可靠程度' })),
    clauses: Type.Array(Clause, { description: '已收录的条款原文' }),
  },
  { $id: 'DocumentDetail', additionalProperties: false, description: '一份依据文件的详情' },
)
export type DocumentDetail = Static<typeof DocumentDetail>
