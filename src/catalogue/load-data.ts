import { closeSync, openSync } from 'node:fs'
import type { CatalogueLocation } from '../config/catalogue-location.ts'
import { applicationId } from './database-file.ts'
import * as tables from './database-schema.ts'
import type { ReadFile } from './hashed-reading.ts'
import { migrations } from './migrations.ts'
import { programHash } from './program-hash.ts'
import { readSource, type SourceRead } from './read-source.ts'
import { replaceDatabase } from './replace-database.ts'
import { writer } from './table-rows.ts'
import { writeData } from './write-data.ts'

/** What stands in a SQLite file that was just put in its place, and which file that is. */
export interface Loaded extends Pick<SourceRead, 'version' | 'hash'> {
  readonly identity: string
}

/**
 * Builds the SQLite file from all its data. Returns the dataset's version, and the hash of what was read. `now` is the instant recorded as
 * the time of building.
 * @throws DataError when the data cannot be used, ConfigError when something else stands at the place; it then stays.
 */
export async function loadData(
  { databasePath, ...source }: CatalogueLocation,
  now = new Date(),
  readFile?: ReadFile,
): Promise<Loaded> {
  const { version, hash, files, data, remarks } = await readSource(source, readFile)
  const identity = await replaceDatabase(
    databasePath,
    // Created by the file system rather than by SQLite, whose error would not say which place cannot be written, nor why.
    (draft) => closeSync(openSync(draft, 'w')),
    (database) => {
      const layout = migrations()
      for (const sql of layout) database.exec(sql)
      writeData(database, data)
      const writeSource = writer(database, tables.sources)
      for (const [path, digest] of files) writeSource({ path, digest })
      const program = programHash()
      writer(database, tables.dataset)({ version, contentHash: hash, builtAt: now.toISOString(), remarks, program })
      database.pragma(`application_id = ${applicationId}`)
      database.pragma(`user_version = ${layout.length}`)
    },
  )
  return { version, hash, identity }
}
