import { type Static, Type } from 'typebox'
import { Board, Guide } from '../../catalogue/files/list.ts'
import { Effect, Kind } from '../../catalogue/files/terms.ts'
import { type ItemCitation, ItemId, type Remark } from '../../rulings/answer.ts'

const remarks = Type.Array(Type.Ref('Remark#') as unknown as typeof Remark)

/** An item as the lists have it, for browsing. */
export const ListedItem = Type.Object(
  {
    id: ItemId,
    kind: Kind,
    list: Type.String({ description: '清单标识' }),
    no: Type.Integer({ description: '清单内序号' }),
    name: Type.String(),
    subNames: Type.Array(Type.String(), { description: '清单在名称后括号内印出的名称' }),
    subNamesOpen: Type.Boolean({ description: '括号以“等”结尾，即未列全' }),
    effect: Effect,
    category: Type.Optional(Type.String()),
    guide: Type.Optional(Guide),
    board: Type.Optional(Board),
    note: Type.Optional(Type.String()),
    exceptions: remarks,
    instead: remarks,
    from: Type.Optional(Type.String({ description: '首个有效日' })),
    to: Type.Optional(Type.String({ description: '末个有效日' })),
    citation: Type.Ref('ItemCitation#') as unknown as typeof ItemCitation,
  },
  { $id: 'ListedItem', additionalProperties: false, description: '清单中的一项' },
)
export type ListedItem = Static<typeof ListedItem>
