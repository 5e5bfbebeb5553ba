import type { Database } from 'better-sqlite3'
import type { Item } from './files/list.ts'
import { rowsReader } from './rows.ts'

/** So few items are read at once; the file is not needed any more then. */
export const fewItems = 10_000

/** How many items each list has; a list without any is not named. */
export function countItems(database: Database): Map<string, number> {
  const counts = database.prepare('SELECT list, count(*) FROM items GROUP BY list').raw().all()
  return new Map(counts as [list: string, count: number][])
}

/**
 * The way to the items of a list, in the order of their numbers. Few items are read at once and the file is closed. Of many,
 * those of a list are read when they are asked for: the file stays open, and stays what it was when another takes its place,
 * until nobody holds the way to it any more.
 */
export function itemsReader(database: Database, total: number, few: number): (list: string) => readonly Item[] {
  if (total > few) return rowsReader<Item>(database, 'items', 'WHERE list = ? ORDER BY no', ['list'])
  const all = rowsReader<Item & { list: string }>(database, 'items', 'ORDER BY no')()
  database.close()
  const byList = Map.groupBy(all, (item) => item.list)
  return (list) => (byList.get(list) ?? []).map(({ list: _, ...item }): Item => item)
}
