import { getHeapStatistics } from 'node:v8'
import type { Database } from 'better-sqlite3'
import { LRUCache } from 'lru-cache'
import type { CatalogueLocation } from '../config/catalogue-location.ts'
import type { Kind } from '../lists/terms.ts'
import { indexRecords, type RecordedNames } from '../names/index/index-records.ts'
import {
  dataset,
  documents,
  lists,
  nameWords,
  recordedNames,
  regions,
  replacedRegions,
  rules,
  statutoryBoards,
} from './database-schema.ts'
import { ensureDatabase } from './ensure-database.ts'
import { HeldFile } from './held-file.ts'
import { countItems, itemsReader, type ReadingBounds } from './read-items.ts'
import type { List, Snapshot } from './snapshot.ts'
import { type HeldNames, StoredItems } from './stored-items.ts'
import { allRows, type EntityOf } from './table-rows.ts'

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
  const [built] = allRows(database, dataset, dataset.version) as [EntityOf<typeof dataset>]
  const names = readNames(database)
  const rest = {
    regions: new Map(allRows(database, regions, regions.code).map((region) => [region.code, region])),
    replacedRegions: new Map(allRows(database, replacedRegions, replacedRegions.code).map((one) => [one.code, one])),
    documents: new Map(allRows(database, documents, documents.id).map((document) => [document.id, document])),
    rulesByRegion: Map.groupBy(allRows(database, rules, rules.id), (rule) => rule.region),
    statutoryBoards: allRows(database, statutoryBoards, statutoryBoards.id),
  }
  const held = readLists(database, names, rest.documents, { ...usualBounds(), ...bounds })
  return {
    ...{ ...built, ...rest, lists: held, names },
    // What was read at once is closed.
    ...(database.open ? { file: new HeldFile(database) } : {}),
    listsByRegion: Map.groupBy(held.values(), (list) => list.region),
  }
}

function readLists(
  database: Database,
  names: Snapshot['names'],
  known: Snapshot['documents'],
  bounds: Bounds,
): Map<string, List> {
  const rows = allRows(database, lists, lists.id)
  const counts = countItems(database)
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const reader = itemsReader(database, total, bounds)
  const held = new LRUCache<string, HeldNames>({ maxSize: bounds.names })
  return new Map(
    rows.map((row) => {
      const source = { id: row.id, size: counts.get(row.id) ?? 0, reader, records: names[row.kind], documents: known }
      const list = Object.assign(new StoredItems(source, held), row)
      return [row.id, list]
    }),
  )
}

function readNames(database: Database): Record<Kind, RecordedNames> {
  const words = allRows(database, nameWords, nameWords.kind)
  const recorded = allRows(database, recordedNames, recordedNames.id)
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

/**
 * Names take up to 0.3 kB an item, in many short lists 0.5, items about 1 kB. Where every place of the country is asked about in turn, more
 * than a hundred thousand would take the service above 350 MB, however much Node might use.
 */
function usualBounds(): Bounds {
  const { heap_size_limit: heap } = getHeapStatistics()
  return {
    few: 10_000,
    names: Math.min(100_000, Math.floor(heap / 4 / 300)),
    items: Math.min(100_000, Math.floor(heap / 16 / 1000)),
  }
}
