import type { List, Snapshot } from '../../catalogue/snapshot.ts'
import type { Item } from '../../lists/list.ts'
import type { Language } from '../../lists/terms.ts'
import { finding, remark } from '../../rulings/cite.ts'
import type { ListedItem } from '../schemas/item-schemas.ts'

/** An item of a list as callers see it when they browse. */
export function listedItem({ documents }: Snapshot, list: List, item: Item, language: Language): ListedItem {
  const { item: id, ...found } = finding(documents, list, item, language)
  return {
    id,
    kind: list.kind,
    list: list.id,
    no: item.no,
    ...found,
    subNames: item.subNames ?? [],
    subNamesOpen: item.subNamesOpen ?? false,
    ...(item.category === undefined ? {} : { category: item.category }),
    instead: (item.instead ?? []).map((alternative) => remark(documents, alternative, language)),
    ...(item.from === undefined ? {} : { from: item.from }),
    ...(item.to === undefined ? {} : { to: item.to }),
  }
}
