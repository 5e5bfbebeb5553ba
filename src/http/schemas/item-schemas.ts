import { type Static, Type } from 'typebox'
import { Board, Guide } from '../../lists/list.ts'
import { Day, Effect, itemNo, Kind, prose, Slug } from '../../lists/terms.ts'
import { type Citation, type ItemCitation, ItemId, OnlyBody, type Remark } from '../../rulings/answer.ts'
import { pageOf } from './paging.ts'

const citations = (description: string) =>
  Type.Array(Type.Ref('Citation#') as unknown as typeof Citation, { description })
const remarks = Type.Array(Type.Ref('Remark#') as unknown as typeof Remark)

/** An item as the lists have it, for browsing. */
export const ListedItem = Type.Object(
  {
    id: ItemId,
    kind: Kind,
    list: Type.String({ ...Slug, description: '清单标识' }),
    no: Type.Integer({ ...itemNo, description: '清单内序号' }),
    name: Type.String(prose),
    subNames: Type.Array(Type.String(prose), { description: '清单在名称后括号内印出的名称' }),
    subNamesOpen: Type.Boolean({ description: '括号以“等”结尾，即未列全' }),
    effect: Effect,
    body: Type.Optional(OnlyBody),
    category: Type.Optional(Type.String(prose)),
    guide: Type.Optional(Guide),
    board: Type.Optional(Board),
    note: Type.Optional(Type.String(prose)),
    exceptions: remarks,
    instead: remarks,
    from: Type.Optional(Type.String({ ...Day, description: '首个有效日' })),
    to: Type.Optional(Type.String({ ...Day, description: '末个有效日' })),
    citation: Type.Ref('ItemCitation#') as unknown as typeof ItemCitation,
    also: Type.Optional(citations('当日同时有效的其他依据；没有则无')),
    through: Type.Optional(citations('先后或同时据以成立的全部法律版本，各引其条；只有一个则无')),
  },
  { $id: 'ListedItem', additionalProperties: false, description: '清单中的一项' },
)
export type ListedItem = Static<typeof ListedItem>

export const ItemPage = {
  ...pageOf(Type.Ref('ListedItem#') as unknown as typeof ListedItem, '一页事项'),
  $id: 'ItemPage',
}
