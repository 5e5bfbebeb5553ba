import type { Database } from 'better-sqlite3'
import { and, count, eq, getTableColumns, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { LRUCache } from 'lru-cache'
import type { Item } from '../lists/list.ts'
import { items as table } from './database-schema.ts'
import { allRows, rowsOf } from './table-rows.ts'

/** How much is read at once, and how much is held of what is read later. */
export interface ReadingBounds {
  /** No more than so many items are all read at once. */
  readonly few: number
  /**
   * So many items are held after they were asked for one by one, and as many again in lists that were asked for as a whole: the last
   * of these lists however long it is, since it is read page by page.
   */
  readonly items: number
}

/** What the reading of names needs to know of an item. */
export type NamedItem = Pick<Item, 'no' | 'name' | 'subNames' | 'from' | 'to' | 'body' | 'source' | 'bases'>

/** The way to the items of each list, by its id. */
export interface ItemsReader {
  /** In the order of their numbers. */
  all(list: string): readonly Item[]
  one(list: string, no: number): Item | undefined
  names(list: string): readonly NamedItem[]
}

/** How many items each list has; a list without any is not named. */
export function countItems(database: Database): Map<string, number> {
  const counts = drizzle(database).select({ list: table.list, items: count() }).from(table).groupBy(table.list).all()
  return new Map(counts.map(({ list, items }) => [list, items]))
}

/**
 * Few items are read at once and the file is closed. Of many, those are read that are asked for: the file stays open, and stays
 * what it was when another takes its place, until nobody answers from it any more (HeldFile).
 */
export function itemsReader(database: Database, total: number, { few, items }: ReadingBounds): ItemsReader {
  return total > few ? readWhenAsked(database, items) : readAtOnce(database)
}

function readAtOnce(database: Database): ItemsReader {
  const all = allRows(database, table, table.no)
  database.close()
  const lists = new Map(
    [...Map.groupBy(all, ({ list }) => list)].map(([id, rows]) => {
      const items = rows.map(({ list: _, ...item }): Item => item)
      return [id, { items, byNo: new Map(items.map((item) => [item.no, item])) }]
    }),
  )
  const itemsOf = (list: string) => lists.get(list)?.items ?? []
  return { all: itemsOf, one: (list, no) => lists.get(list)?.byNo.get(no), names: itemsOf }
}

function readWhenAsked(database: Database, most: number): ItemsReader {
  const { list: _, ...ofItem } = getTableColumns(table)
  const { no, name, subNames, from, to, body, source, bases } = ofItem
  const ofName = { no, name, subNames, from, to, body, source, bases }
  const orm = drizzle(database)
  const ofList = eq(table.list, sql.placeholder('list'))
  const readAll = rowsOf(ofItem, orm.select(ofItem).from(table).where(ofList).orderBy(no).prepare())
  const oneOfList = and(ofList, eq(no, sql.placeholder('no')))
  const readOne = rowsOf(ofItem, orm.select(ofItem).from(table).where(oneOfList).prepare())
  const readNames = rowsOf(ofName, orm.select(ofName).from(table).where(ofList).orderBy(no).prepare())
  const lists = new LRUCache<string, readonly Item[]>({
    maxSize: most,
    sizeCalculation: ({ length }) => Math.min(length + 1, most),
    memoMethod: (list) => readAll({ list }),
  })
  // By size and not by number: with a number, room for all of them would be taken before anybody asks.
  const items = new LRUCache<string, Item>({ maxSize: most, sizeCalculation: () => 1 })
  return {
    all: (list) => lists.memo(list),
    one(list, no) {
      // In one piece: a template would stay a chain of pieces until it is asked for again.
      const key = [list, no].join('/')
      const known = items.get(key)
      if (known) return known
      const [item] = readOne({ list, no })
      if (item) items.set(key, item)
      return item
    },
    names: (list) => readNames({ list }),
  }
}
