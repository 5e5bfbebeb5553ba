import type { Snapshot } from '../catalogue/snapshot.ts'
import type { ItemRef } from '../names/reading.ts'

const shape = /^([a-z0-9-]+)\/([1-9]\d{0,6})$/

/** The item that a stable id such as annex-3/8 names, whether or not its list applies; undefined if it is no id of an item. */
export function itemById(snapshot: Snapshot, id: string): ItemRef | undefined {
  const [, list, no] = shape.exec(id) ?? []
  if (list === undefined) return undefined
  const item = snapshot.lists.get(list)?.item(Number(no))
  return item && { list, no: item.no, name: item.name }
}
