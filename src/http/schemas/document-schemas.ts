import { type Static, Type } from 'typebox'
import { Clause } from '../../lists/document.ts'
import { Day, prose, Slug } from '../../lists/terms.ts'

const day = (description: string) => Type.Optional(Type.String({ ...Day, description }))

const summary = {
  id: Type.String({ ...Slug, description: '文件标识' }),
  title: Type.String(prose),
  number: Type.Optional(Type.String({ ...prose, description: '文号' })),
  issuer: Type.Optional(Type.String({ ...prose, description: '发文机关' })),
  version: day('法律法规所引版本的日期'),
  issued: Type.Optional(
    Type.String({ pattern: '^\\d{4}-\\d{2}(-\\d{2})?$', maxLength: 10, description: '印发日期，可只到月' }),
  ),
  published: day('公开日期'),
  from: day('首个有效日'),
  to: day('末个有效日'),
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
    read: Type.Optional(Type.String({ ...prose, description: '文本从何处读得、可靠程度' })),
    clauses: Type.Array(Clause, { description: '已收录的条款原文' }),
  },
  { $id: 'DocumentDetail', additionalProperties: false, description: '一份依据文件的详情' },
)
export type DocumentDetail = Static<typeof DocumentDetail>
