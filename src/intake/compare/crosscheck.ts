import type { Said } from '../../documents/message.ts'
import type { Place } from '../../documents/place-in-file.ts'
import type { ListFile } from '../../lists/list.ts'
import { meet } from '../../lists/region.ts'
import type { PlacedItem } from '../items/build-items.ts'
import { duplicate, opposite } from '../messages/item-messages.ts'

/** Of two lists one says no and the other, in one of its three ways, yes. */
const saysOpposite = (one: Pick<ListFile, 'effect'>, other: Pick<ListFile, 'effect'>) =>
  (one.effect === 'prohibits') !== (other.effect === 'prohibits')

/** Given some lists, tells which of their items a name is read as: by recorded synonyms, wrappers and the like. */
export type ItemsReader = (
  lists: readonly ListFile[],
) => (name: string) => readonly { readonly list: string; readonly no: number }[]

/** Names that stand twice in the list, printed sub-names included. */
export function duplicates(items: readonly PlacedItem[], key: (name: string) => string): Said[] {
  const met = new Map<string, Place>()
  const said: Said[] = []
  for (const { item, place } of items) {
    for (const name of [item.name, ...(item.subNames ?? [])]) {
      const before = met.get(key(name))
      if (before) said.push(duplicate(place, name, before))
      else met.set(key(name), place)
    }
  }
  return said
}

/** Names that also stand on a list of the same kind with the opposite effect, where both may be in force at one place: a person has to know. */
export function contradictions(
  items: readonly PlacedItem[],
  list: ListFile,
  others: readonly ListFile[],
  key: (name: string) => string,
  reader: ItemsReader = () => () => [],
): Said[] {
  const against = others
    .filter((other) => other.id !== list.id && other.kind === list.kind && saysOpposite(other, list))
    .filter(({ region }) => meet(region, list.region))
  const names = new Map<string, { list: ListFile; no: number }[]>()
  for (const other of against) {
    for (const item of other.items) {
      for (const name of [item.name, ...(item.subNames ?? [])])
        names.set(key(name), [...(names.get(key(name)) ?? []), { list: other, no: item.no }])
    }
  }
  const readAs = reader(against)
  return items.flatMap(({ item, place }) =>
    [item.name, ...(item.subNames ?? [])].flatMap((name) => {
      const same = names.get(key(name)) ?? []
      const meant = readAs(name)
        .filter((one) => !same.some(({ list: of, no }) => of.id === one.list && no === one.no))
        .map(({ list: id, no }) => ({ list: against.find((other) => other.id === id) as ListFile, no }))
      return [...same, ...meant].map((one) => opposite(place, name, one.list.id, one.list.title, one.no))
    }),
  )
}
