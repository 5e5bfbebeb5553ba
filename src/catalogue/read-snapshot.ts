import { getHeapStatistics } from 'node:v8'
import type { Database } from 'better-sqlite3'
import { LRUCache } from 'lru-cache'
import type { CatalogueLocation } from '../config/catalogue-location.ts'
import type { Document } from '../lists/document.ts'
import type { ListFile } from '../lists/list.ts'
import type { RecordedName, RecordedNamesFile } from '../lists/recorded-name.ts'
import type { Region } from '../lists/region.ts'
import type { Rule } from '../lists/rule.ts'
import type { StatutoryBoard } from '../lists/statutory-board.ts'
import type { Kind } from '../lists/terms.ts'
import { indexRecords, type RecordedNames } from '../names/index/index-records.ts'
import { ensureDatabase } from './ensure-database.ts'
import { countItems, itemsReader, type ReadingBounds } from './read-items.ts'
import { readRows } from './rows.ts'
import type { List, Snapshot } from './snapshot.ts'
import { type HeldNames, StoredItems } from './stored-items.ts'

/** Gives the snapshot of a data folder; see ensureDatabase for what is built and thrown. */
export async function openCatalogue(location: CatalogueLocation): Promise<Snapshot> {
  return readSnapshot(await ensureDatabase(location))
}

/**
 * Builds the snapshot from an opened SQLite file, which it takes over. Lists are known from the start, their items and names are
 * read when somebody asks for them: the time this takes does not grow with the number of items. What was asked for longest ago
 * gives way.
 */
export function readSnapshot(database: Database, bounds: Partial<Bounds> = {}): Snapshot {
  // One row, written last: a file is opened only if it has it.
  const [dataset] = readRows(database, 'dataset', 'version') as [
    Pick<Snapshot, 'version' | 'contentHash' | 'builtAt' | 'remarks'>,
  ]
  const names = readNames(database)
  const rest = {
    regions: new Map(readRows<Region>(database, 'regions', 'code').map((region) => [region.code, region])),
    documents: new Map(readRows<Document>(database, 'documents', 'id').map((document) => [document.id, document])),
    rulesByRegion: Map.groupBy(readRows<Rule>(database, 'rules', 'id'), (rule) => rule.region),
    statutoryBoards: readRows<StatutoryBoard>(database, 'statutory_boards', 'id'),
  }
  const lists = readLists(database, names, rest.documents, { ...usualBounds(), ...bounds })
  return { ...dataset, ...rest, lists, names, listsByRegion: Map.groupBy(lists.values(), (list) => list.region) }
}

function readLists(
  database: Database,
  names: Snapshot['names'],
  documents: Snapshot['documents'],
  bounds: Bounds,
): Map<string, List> {
  const rows = readRows<Omit<ListFile, 'items'>>(database, 'lists', 'id')
  const counts = countItems(database)
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const reader = itemsReader(database, total, bounds)
  const held = new LRUCache<string, HeldNames>({ maxSize: bounds.names })
  return new Map(
    rows.map((row) => {
      const source = { id: row.id, size: counts.get(row.id) ?? 0, reader, records: names[row.kind], documents }
      const list = Object.assign(new StoredItems(source, held), row)
      return [row.id, list]
    }),
  )
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

/** What is held is bounded by parts of the memory that Node may use, so that together they leave it more than half. */
interface Bounds extends ReadingBounds {
  /** The names of so many items are held. */
  readonly names: number
}

/** Names take up to 0.3 kB an item, items about 1 kB. */
function usualBounds(): Bounds {
  const { heap_size_limit: heap } = getHeapStatistics()
  return { few: 10_000, names: Math.floor(heap / 4 / 300), items: Math.min(100_000, Math.floor(heap / 16 / 1000)) }
}
