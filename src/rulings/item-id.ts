import type { Snapshot } from '../catalogue/snapshot.ts'
import type { Kind } from '../lists/terms.ts'
import type { ItemRef } from '../names/index/reading.ts'

const shape = /^([a-z0-9-]+)\/([1-9]\d{0,6})$/

/** The item of a kind that a stable id such as annex-3/8 names, whether or not its list applies; undefined if it is no id of one. */
export function itemById({ lists }: Snapshot, kind: Kind, id: string): ItemRef | undefined {
  const [, listId = '', no] = shape.exec(id) ?? []
  const list = lists.get(listId)
  const item = list?.kind === kind ? list.item(Number(no)) : undefined
  return item && { list: listId, no: item.no, name: item.name }
}
