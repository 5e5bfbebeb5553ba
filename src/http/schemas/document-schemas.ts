import { type Static, Type } from 'typebox'
import { Clause, Version } from '../../lists/document.ts'
import { Day, prose, Slug } from '../../lists/terms.ts'

const day = (description: string) => Type.Optional(Type.String({ ...Day, description }))

const summary = {
  id: Type.String({ ...Slug, description: '文件标识' }),
  title: Type.String(prose),
  number: Type.Optional(Type.String({ ...prose, description: '文号' })),
  issuer: Type.Optional(Type.String({ ...prose, description: '发文机关' })),
  version: day('法律法规当日有效的版本的日期；尚未施行或已经失效的取最近的版本'),
  issued: Type.Optional(
    Type.String({ pattern: '^\\d{4}-\\d{2}(-\\d{2})?$', maxLength: 10, description: '印发日期，可只到月' }),
  ),
  published: day('公开日期'),
  from: day('首个有效日'),
  to: day('末个有效日'),
}

const DocumentVersion = Type.Object(
  { ...Type.Omit(Version, ['read']).properties, read: Type.Optional(Type.String(prose)) },
  { additionalProperties: false, description: '一个版本：通过或修改之日，首个和末个有效日' },
)

export const DocumentSummary = Type.Object(summary, {
  $id: 'DocumentSummary',
  additionalProperties: false,
  description: '一份依据文件的概况',
})
export type DocumentSummary = Static<typeof DocumentSummary>

export const DocumentDetail = Type.Object(
  {
    ...summary,
    versions: Type.Optional(Type.Array(DocumentVersion, { description: '法律法规所引的各版本，从旧到新' })),
    successor: Type.Optional(Type.String({ ...Slug, description: '接替它的法律法规' })),
    outlook: Type.Optional(Type.String({ ...prose, description: '已知将有的修改，或尚不确定的失效' })),
    reviewed: day('所引条文最近一次与原文核对的日期'),
    read: Type.Optional(Type.String({ ...prose, description: '文本从何处读得、可靠程度' })),
    clauses: Type.Array(Clause, { description: '已收录的条款原文' }),
  },
  { $id: 'DocumentDetail', additionalProperties: false, description: '一份依据文件的详情' },
)
export type DocumentDetail = Static<typeof DocumentDetail>
