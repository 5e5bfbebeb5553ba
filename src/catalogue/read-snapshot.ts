import type { Database } from 'better-sqlite3'
import { indexList } from '../names/read-name.ts'
import type { KindedName } from './data-set.ts'
import type { Document } from './files/document.ts'
import type { Item, ListFile } from './files/list.ts'
import type { Region } from './files/region.ts'
import type { Rule } from './files/rule.ts'

import type { StatutoryBoard } from './files/statutory-board.ts'

import { readRows } from './rows.ts'

import type { List, Snapshot } from './snapshot.ts'

/** Builds the snapshot from an opened SQLite file. */
export function readSnapshot(database: Database): Snapshot {
  const [dataset] = readRows<Pick<Snapshot, 'version' | 'contentHash' | 'builtAt'>>(database, 'dataset', 'version')
  if (!dataset) throw new Error('The dataset row is missing: an opened file always has it')
  const recorded = readRows<KindedName>(database, 'recorded_names', 'id')
  const itemsByList = Map.groupBy(readRows<Item & { list: string }>(database, 'items', 'list, no'), (item) => item.list)

  const lists = new Map<string, List>()
  for (const row of readRows<Omit<ListFile, 'items'>>(database, 'lists', 'id')) {
    const items = (itemsByList.get(row.id) ?? []).map(({ list: _, ...item }): Item => item)
    const names = indexList(
      { id: row.id, items },
      recorded.filter((name) => name.kind === row.kind),
    )
    lists.set(row.id, { ...row, items, itemsByNo: new Map(items.map((item) => [item.no, item])), names })
  }

  return {
    ...dataset,
    regions: new Map(readRows<Region>(database, 'regions', 'code').map((region) => [region.code, region])),
    documents: new Map(readRows<Document>(database, 'documents', 'id').map((document) => [document.id, document])),
    rules: readRows<Rule>(database, 'rules', 'id'),
    statutoryBoards: readRows<StatutoryBoard>(database, 'statutory_boards', 'id'),
    lists,
    listsByRegion: Map.groupBy(lists.values(), (list) => list.region),
  }
}
