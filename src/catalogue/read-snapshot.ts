import type { Database } from 'better-sqlite3'
import { indexList } from '../names/read-name.ts'
import type { KindedName } from './data-set.ts'
import type { Document } from './files/document.ts'
import type { Item, ListFile } from './files/list.ts'
import type { Region } from './files/region.ts'
import type { Rule } from './files/rule.ts'
import type { StatutoryBoard } from './files/statutory-board.ts'
import type { List, Snapshot } from './snapshot.ts'

/**
 * Builds the snapshot from an opened SQLite file. Plain SQL on purpose: the serving process then does without drizzle,
 * whose import alone costs most of the start-up time. The columns are those of database-schema.ts.
 */
export function readSnapshot(database: Database): Snapshot {
  const rows = <Row>(table: string, json: string[], order: string): Row[] =>
    database
      .prepare(`SELECT * FROM ${table} ORDER BY ${order}`)
      .all()
      .map((row) => entity(row as Record<string, unknown>, json) as Row)

  const { version, contentHash, builtAt } = rows<{ version: string; contentHash: string; builtAt: string }>(
    'dataset',
    [],
    'version',
  )[0] as { version: string; contentHash: string; builtAt: string }
  const recorded = rows<KindedName>('recorded_names', ['names', 'items', 'source', 'reason', 'instead'], 'id')

  const itemsByList = Map.groupBy(
    rows<Item & { list: string }>(
      'items',
      ['subNames', 'guide', 'board', 'exceptions', 'instead', 'note', 'source'],
      'list, no',
    ),
    (item) => item.list,
  )
  const lists = new Map<string, List>()
  for (const row of rows<Omit<ListFile, 'items'>>(
    'lists',
    ['custodian', 'source', 'note', 'supply', 'provenance'],
    'id',
  )) {
    const items = (itemsByList.get(row.id) ?? []).map(({ list: _, ...item }): Item => item)
    const list = { ...row, items }
    lists.set(row.id, {
      ...list,
      itemsByNo: new Map(items.map((item) => [item.no, item])),
      names: indexList(
        list,
        recorded.filter((name) => name.kind === row.kind),
      ),
    })
  }

  return {
    version,
    contentHash,
    builtAt,
    regions: new Map(rows<Region>('regions', [], 'code').map((region) => [region.code, region])),
    documents: new Map(
      rows<Document>('documents', ['read', 'clauses'], 'id').map((document) => [document.id, document]),
    ),
    rules: rows<Rule>('rules', ['lists', 'text', 'source'], 'id'),
    statutoryBoards: rows<StatutoryBoard>('statutory_boards', ['alsoKnownAs', 'text', 'source'], 'id'),
    lists,
    listsByRegion: Map.groupBy(lists.values(), (list) => list.region),
  }
}

const renamed: Readonly<Record<string, string>> = {
  content_hash: 'contentHash',
  built_at: 'builtAt',
  from_day: 'from',
  to_day: 'to',
  sub_names: 'subNames',
  sub_names_open: 'subNamesOpen',
  also_known_as: 'alsoKnownAs',
}

/** A row as the data file had it: JSON columns parsed, NULL left out, the printed bracket's 等 as a boolean again. */
function entity(row: Record<string, unknown>, json: string[]): object {
  const result: Record<string, unknown> = {}
  for (const [column, value] of Object.entries(row)) {
    if (value === null) continue
    const field = renamed[column] ?? column
    if (json.includes(field)) result[field] = JSON.parse(value as string)
    else result[field] = field === 'subNamesOpen' ? value === 1 : value
  }
  return result
}
