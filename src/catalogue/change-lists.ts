import { copyFileSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { DataError } from '../lists/data-set.ts'
import type { Item, ListFile } from '../lists/list.ts'
import { key } from '../names/normalise/plain.ts'
import { checkData } from './check-data.ts'
import type { FilesRead } from './data-files.ts'
import { sourcesIn } from './database-file.ts'
import { dataset, documents, items, lists, recordedNames, regions, sources } from './database-schema.ts'
import { datasetVersion } from './dataset-version.ts'
import type { Loaded } from './load-data.ts'
import { parseList } from './parse-file.ts'
import { programHash } from './program-hash.ts'
import { replaceDatabase } from './replace-database.ts'
import { isAsSealed, unseal } from './seal.ts'
import { allRows, writer } from './table-rows.ts'
import { listWriter } from './write-data.ts'

/** More than lists has changed, or in lists what something else rests on: all data are to be read and checked. */
export class WholeNeeded extends Error {
  override readonly name = 'WholeNeeded'
}

/**
 * Builds the SQLite file from the one that is there, in which only the lists that have changed are written anew: what it costs does not grow
 * with what stays (issue 34). It holds then, row by row, what `loadData` would have put there.
 * @throws WholeNeeded where that cannot be said; DataError when the changed lists cannot be used; ConfigError when something else stands at
 * the place. What is there then stays.
 */
export async function changeLists(databasePath: string, read: FilesRead, now = new Date()): Promise<Loaded> {
  let version = ''
  const begin = (draft: string) => {
    copyFileSync(databasePath, draft)
    // What was copied is what is built upon: between a look and the copy, another file may have come to stand there, or a byte have changed.
    if (!isAsSealed(draft)) throw new WholeNeeded()
    unseal(draft)
  }
  const identity = await replaceDatabase(databasePath, begin, (database) => {
    const changed = changedLists(database, read)
    const write = listWriter(database)
    const writeSource = writer(database, sources)
    const orm = drizzle(database)
    for (const list of changed) {
      orm.delete(items).where(eq(items.list, list.id)).run()
      orm.delete(lists).where(eq(lists.id, list.id)).run()
      write(list)
      const path = `lists/${list.id}.json`
      orm.delete(sources).where(eq(sources.path, path)).run()
      writeSource({ path, digest: read.files.get(path) as string })
    }
    version = datasetVersion(orm.select({ reviewed: lists.reviewed }).from(lists).all(), read.hash)
    orm.update(dataset).set({ version, contentHash: read.hash, builtAt: now.toISOString() }).run()
  })
  return { version, hash: read.hash, identity }
}

/**
 * The lists that differ from those in the file, checked as far as they can be wrong by themselves. What else there is was checked by this
 * program when it was written. An annex is read against all lists, so that with one of them everything is read.
 */
function changedLists(database: Database, { files, changed }: FilesRead): ListFile[] {
  const known = sourcesIn(database)
  const different = [...files].filter(([path, digest]) => known.get(path) !== digest).map(([path]) => path)
  const builtBy = drizzle(database).select({ program: dataset.program }).from(dataset).get()?.program
  const onlyLists =
    builtBy === programHash() &&
    [...known.keys()].every((path) => files.has(path)) &&
    [...files.keys()].every((path) => path.endsWith('.json')) &&
    different.every((path) => changed.has(path))
  if (!onlyLists) throw new WholeNeeded()
  const parsed = different.map((path) => parseList(path, () => changed.get(path) as Buffer))
  const problems = parsed.flatMap((one) => one.problems)
  if (problems.length > 0) throw new DataError(problems)
  const read = parsed.map(({ content }) => content).filter((list) => list !== undefined)
  // Before anything is told: a look at all data tells that too.
  if (losesName(database, read)) throw new WholeNeeded()
  const contradictions = checkData({
    documents: allRows(database, documents, documents.id),
    regions: allRows(database, regions, regions.code),
    replacedRegions: [],
    rules: [],
    statutoryBoards: [],
    lists: read,
    names: [],
  })
  if (contradictions.length > 0) throw new DataError(contradictions)
  return read
}

/** Whether lists no longer print a name that something recorded means: another list may print it too, which a look at all tells. */
function losesName(database: Database, changed: readonly ListFile[]): boolean {
  const recorded = allRows(database, recordedNames, recordedNames.id)
  const meant = new Set(recorded.flatMap(({ kind, items: names }) => names.map((name) => `${kind} ${key(name)}`)))
  const orm = drizzle(database)
  return changed.some((list) => {
    const before = orm.select().from(lists).where(eq(lists.id, list.id)).get()
    if (!before) return false
    const printedNow = printed(list.kind, list.items)
    const printedBefore = orm.select().from(items).where(eq(items.list, list.id)).all()
    return [...printed(before.kind, printedBefore)].some((name) => meant.has(name) && !printedNow.has(name))
  })
}

const printed = (kind: string, of: readonly { name: string; subNames?: Item['subNames'] | null }[]) =>
  new Set(of.flatMap(({ name, subNames }) => [name, ...(subNames ?? [])]).map((name) => `${kind} ${key(name)}`))
