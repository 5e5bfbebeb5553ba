import type { Database } from 'better-sqlite3'
import { indexList } from '../names/index-list.ts'
import { indexRecords, type RecordedNames } from '../names/index-records.ts'
import type { Document } from './files/document.ts'
import type { Item, ListFile } from './files/list.ts'
import type { RecordedName, RecordedNamesFile } from './files/recorded-name.ts'
import type { Region } from './files/region.ts'
import type { Rule } from './files/rule.ts'
import type { StatutoryBoard } from './files/statutory-board.ts'
import type { Kind } from './files/terms.ts'
import { readRows } from './rows.ts'

import type { List, Snapshot } from './snapshot.ts'

/** Builds the snapshot from an opened SQLite file. */
export function readSnapshot(database: Database): Snapshot {
  // One row, written last: a file is opened only if it has it.
  const [dataset] = readRows(database, 'dataset', 'version') as [
    Pick<Snapshot, 'version' | 'contentHash' | 'builtAt' | 'remarks'>,
  ]
  const names = readNames(database)
  const itemsByList = Map.groupBy(readRows<Item & { list: string }>(database, 'items', 'list, no'), (item) => item.list)

  const lists = new Map<string, List>()
  for (const row of readRows<Omit<ListFile, 'items'>>(database, 'lists', 'id')) {
    const items = (itemsByList.get(row.id) ?? []).map(({ list: _, ...item }): Item => item)
    const index = indexList({ id: row.id, items }, names[row.kind])
    lists.set(row.id, { ...row, items, itemsByNo: new Map(items.map((item) => [item.no, item])), names: index })
  }

  return {
    ...dataset,
    regions: new Map(readRows<Region>(database, 'regions', 'code').map((region) => [region.code, region])),
    documents: new Map(readRows<Document>(database, 'documents', 'id').map((document) => [document.id, document])),
    rules: readRows<Rule>(database, 'rules', 'id'),
    statutoryBoards: readRows<StatutoryBoard>(database, 'statutory_boards', 'id'),
    lists,
    names,
    listsByRegion: Map.groupBy(lists.values(), (list) => list.region),
  }
}

function readNames(database: Database): Record<Kind, RecordedNames> {
  const words = readRows<Omit<RecordedNamesFile, 'recorded'>>(database, 'name_words', 'kind')
  const recorded = readRows<RecordedName & { kind: Kind }>(database, 'recorded_names', 'id')
  const index = (kind: Kind) =>
    indexRecords({
      ...words.find((file) => file.kind === kind),
      recorded: recorded.filter((name) => name.kind === kind),
    })
  return { certificate: index('certificate'), signboard: index('signboard'), task: index('task') }
}
