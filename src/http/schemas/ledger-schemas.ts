import { Type } from 'typebox'
import { prose } from '../../lists/terms.ts'
import type { Answer } from '../../rulings/answer.ts'
import { written } from '../../rulings/question.ts'
import { Body, Issuer, Name, nameOf, On, Region } from './parameters.ts'
import { Boards, checked, surveyed } from './survey-schemas.ts'

const closed = { additionalProperties: false }
const Text = (description: string) => Type.String({ ...written, description })

/** Tasks and certificates of one village are some dozens each. */
const most = { maxItems: 200 }

const task = { name: nameOf('task'), department: Type.Optional(Text('交办单位')) }
const certificate = {
  name: Name,
  issuer: Type.Optional(Issuer),
  service: Type.Optional(Text('用于何事')),
  department: Type.Optional(Text('要求单位')),
}

/** What one village found when it looked at itself. */
export const SelfCheck = Type.Object(
  {
    village: Type.Optional(Text('村（社区）名称，印在台账上')),
    region: Type.Optional(Region),
    on: Type.Optional(On),
    body: Type.Optional(Body),
    tasks: Type.Optional(
      Type.Array(Type.Object(task, closed), { ...most, default: [], description: '承担的工作事务' }),
    ),
    boards: Type.Optional({ ...Boards, default: [] } as typeof Boards),
    certificates: Type.Optional(
      Type.Array(Type.Object(certificate, closed), { ...most, default: [], description: '被要求出具的证明' }),
    ),
  },
  { ...closed, description: '一个村（社区）的自查情况；每类最多 200 条，请求体不超过 1 MiB' },
)

const answer = { answer: Type.Ref('Answer#') as unknown as typeof Answer }
const Outcomes = Type.Ref('OutcomeCounts#')

export const Ledger = Type.Object(
  {
    village: Type.Optional(Type.String(written)),
    place: Type.String({ ...prose, description: '所在地全称' }),
    ...checked,
    tasks: Type.Array(Type.Object({ ...task, ...answer }, closed), most),
    boards: Type.Object(surveyed, closed),
    certificates: Type.Array(Type.Object({ ...certificate, ...answer }, closed), most),
    counts: Type.Object({ tasks: Outcomes, boards: surveyed.counts, certificates: Outcomes }, closed),
  },
  { ...closed, $id: 'Ledger', description: '自查台账' },
)

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
