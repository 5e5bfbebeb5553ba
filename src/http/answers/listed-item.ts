import type { List, Snapshot } from '../../catalogue/snapshot.ts'
import { basesOf, daysOf, type Moment } from '../../lists/bases.ts'
import type { Item } from '../../lists/list.ts'
import type { Language } from '../../lists/terms.ts'
import { cite, finding, remark } from '../../rulings/cite.ts'
import type { ListedItem } from '../schemas/item-schemas.ts'

/** An item of a list as callers see it when they browse: with the article of the day, and all through which it stands. */
export function listedItem(
  { documents }: Snapshot,
  list: List,
  item: Item,
  language: Language,
  moment: Moment,
): ListedItem {
  const bases = basesOf(item)
  const { from, to } = daysOf(documents, item)
  const { item: id, ...found } = finding(documents, list, item, language, moment)
  return {
    id,
    kind: list.kind,
    list: list.id,
    no: item.no,
    ...found,
    subNames: item.subNames ?? [],
    subNamesOpen: item.subNamesOpen ?? false,
    ...(item.category === undefined ? {} : { category: item.category }),
    instead: (item.instead ?? []).map((alternative) => remark(documents, alternative, language, moment)),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(bases.length > 1 ? { through: bases.map((one) => cite(documents, one, item.grade ?? list.grade)) } : {}),
  }
}
