import { holdsOn, type Moment } from '../lists/bases.ts'
import type { Document } from '../lists/document.ts'
import type { Item, ListFile } from '../lists/list.ts'
import type { Region, ReplacedRegion } from '../lists/region.ts'
import type { Rule } from '../lists/rule.ts'
import type { StatutoryBoard } from '../lists/statutory-board.ts'
import type { Kind, Sentence } from '../lists/terms.ts'
import type { NamedList } from '../names/index/index-list.ts'
import type { RecordedNames } from '../names/index/index-records.ts'
import type { HeldFile } from './held-file.ts'

/**
 * A list with its items, by number too, and with their names ready to be looked up. Items and names may have to be read first;
 * `size` says how many items there are without that.
 */
export interface List extends Omit<ListFile, 'items'> {
  readonly size: number
  readonly items: readonly Item[]
  item(no: number): Item | undefined
  readonly names: NamedList
  /** Whether an item of the list, which there must be, holds at a moment, by its own days and by what it rests on. */
  holds(no: number, moment: Moment): boolean
}

/** One state of the data, whole and unchanging. A request holds on to one snapshot from its first line to its last. */
export interface Snapshot {
  readonly version: string
  readonly contentHash: string
  /** ISO 8601 instant at which the SQLite file was built. */
  readonly builtAt: string
  /** What a person should look at in the annexes that were read. */
  readonly remarks: readonly Sentence[]
  /** Where items are read from when they are asked for; absent where all were read at once. */
  readonly file?: HeldFile
  readonly regions: ReadonlyMap<string, Region>
  /** Codes that are no longer in force, with what took their place. */
  readonly replacedRegions: ReadonlyMap<string, ReplacedRegion>
  readonly documents: ReadonlyMap<string, Document>
  readonly rulesByRegion: ReadonlyMap<string, readonly Rule[]>
  /** Boards that other law asks for. */
  readonly statutoryBoards: readonly StatutoryBoard[]
  readonly lists: ReadonlyMap<string, List>
  /** The recorded names and words of each kind, ready for reading. */
  readonly names: Readonly<Record<Kind, RecordedNames>>
  readonly listsByRegion: ReadonlyMap<string, readonly List[]>
}

/** The region and all above it, nearest first: 420506 → 420506, 420500, 420000, 100000. */
export function regionChain(snapshot: Snapshot, code: string): string[] {
  return regionsUpFrom(snapshot, code).map((region) => region.code)
}

/** The region and all above it, from below. */
export function regionsUpFrom(snapshot: Snapshot, code: string): Region[] {
  const chain: Region[] = []
  for (let region = snapshot.regions.get(code); region; ) {
    chain.push(region)
    region = region.parent === undefined ? undefined : snapshot.regions.get(region.parent)
  }
  return chain
}

/** The lists that answer a question: those of the region and of all above it, in force on the day, in the order of their ids. */
export function listsFor(snapshot: Snapshot, kind: Kind, region: string, day: string): List[] {
  return regionChain(snapshot, region)
    .flatMap((code) => snapshot.listsByRegion.get(code) ?? [])
    .filter((list) => list.kind === kind && holdsOn(list, day))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
