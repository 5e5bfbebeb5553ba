import { type Static, Type } from 'typebox'
import { advices } from '../../checks/boards/advice.ts'
import { count, Day, oneOf, prose, RegionCode } from '../../lists/terms.ts'
import type { Answer, Remark, ReplacedCode } from '../../rulings/answer.ts'
import { type DatasetReference, ItemId } from '../../rulings/answer.ts'
import { nameOf, Place } from './parameters.ts'

const closed = { additionalProperties: false }
const remark = Type.Ref('Remark#') as unknown as typeof Remark
/** Most boards of one village; the worst villages of the campaign had some eighty. */
const mostBoards = 200

const Places = Type.Array(Type.Integer(count), { maxItems: mostBoards, description: '在 boards 中的位置，从 0 起' })

/** A board as it was found. */
export const FoundBoard = Type.Object(
  {
    name: nameOf('signboard'),
    place: Type.Optional(Place),
    working: Type.Optional(Type.Boolean({ description: '是否发挥作用；false 为无实质性业务或已失效' })),
    count: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, format: 'int32', default: 1, description: '块数' })),
  },
  { ...closed, $id: 'FoundBoard', description: '现挂的一块牌子；不清楚的不填' },
)

export const Boards = Type.Array(Type.Ref('FoundBoard#') as unknown as typeof FoundBoard, {
  maxItems: mostBoards,
  description: `现挂的牌子，最多 ${mostBoards} 块`,
})

const Advice = oneOf([...advices])

export const SurveyedBoard = Type.Object(
  {
    board: Type.Ref('FoundBoard#') as unknown as typeof FoundBoard,
    advice: Type.Unsafe<Static<typeof Advice>>({
      ...Advice,
      description: 'stays 可以保留，move 应移挂，ask 须核实，take_down 应摘除（外部已有的同一牌子，另一块也应摘除）',
    }),
    reason: Type.String({ ...prose, description: '一句话理由' }),
    grounds: Type.Array(remark, { description: '答复之外的依据：另有法律要求，或关于失效牌子的条款' }),
    answer: Type.Ref('Answer#') as unknown as typeof Answer,
  },
  {
    ...closed,
    $id: 'SurveyedBoard',
    description: '一块牌子的处理意见；answer 与单独提问的答复相同，只是挂在村里的“党群服务中心”按“村党群服务中心”作答',
  },
)

const Count = Type.Integer(count)

export const Site = Type.Object(
  {
    missing: Type.Array(Type.Object({ item: ItemId, name: Type.String(prose), perhaps: Places }, closed), {
      description: '应挂在外部而未见的；perhaps 为名称可能即是它的牌子',
    }),
    repeated: Type.Array(
      Type.Object({ item: ItemId, name: Type.String(prose), count: Count, boards: Places }, closed),
      {
        description: '外部重复悬挂的',
      },
    ),
    merge: Type.Array(
      Type.Object({ boards: Places, names: Type.Array(Type.String(prose), { maxItems: mostBoards }) }, closed),
      {
        maxItems: mostBoards,
        description: '名称相近、可核对是否整合的内部牌子；仅供参考',
      },
    ),
  },
  { ...closed, $id: 'Site', description: '整个场所' },
)

export const AdviceCounts = Type.Object(Object.fromEntries(advices.map((advice) => [advice, Count])), {
  ...closed,
  $id: 'AdviceCounts',
  description: '各处理意见的块数',
})

/** What a survey gives beside place, day and dataset. */
export const surveyed = {
  boards: Type.Array(Type.Ref('SurveyedBoard#') as unknown as typeof SurveyedBoard, {
    maxItems: mostBoards,
    description: '与所填牌子同序',
  }),
  site: Type.Ref('Site#') as unknown as typeof Site,
  counts: Type.Ref('AdviceCounts#') as unknown as typeof AdviceCounts,
  clause: Type.Unsafe<Remark | null>({
    anyOf: [{ $ref: 'Remark#' }, { type: 'null' }],
    description: '关于整合和摘除的条款；当地当日不适用时为 null',
  }),
}

/** Of what, where and when a table was checked. */
export const checked = {
  region: RegionCode,
  replacedRegion: Type.Optional(Type.Ref('ReplacedCode#') as unknown as typeof ReplacedCode),
  on: Day,
  dataset: Type.Ref('DatasetReference#') as unknown as typeof DatasetReference,
}

export const Survey = Type.Object(
  { ...checked, ...surveyed },
  { ...closed, $id: 'Survey', description: '一处场所的牌子核对结果' },
)
