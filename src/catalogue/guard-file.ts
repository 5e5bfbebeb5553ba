import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { ConfigError } from '../config/config-values.ts'
import { applicationId, journalsBeside } from './database-file.ts'

/** What every SQLite file begins with, and where its application_id stands: https://www.sqlite.org/fileformat.html, 1.3. */
const beginning = Buffer.from('SQLite format 3\0')
const applicationIdAt = 68

/**
 * Sees that what the SQLite file would replace is marked as ours, however broken it is, or empty, or nothing: a path that was mistyped
 * must cost nobody a file. Empty is also a file into which another program writes for the first time, with a journal beside it.
 * @throws ConfigError otherwise.
 */
export function guardFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return
  if (found.isFile() && (found.size === 0 ? journalsBeside(path).length === 0 : isOurs(firstBytes(path)))) return
  throw new ConfigError(
    `${path} is no SQLite file of Qingdan and is not replaced by one; set DATABASE_PATH (--database) to another place, or move it away`,
  )
}

const isOurs = (header: Buffer) =>
  header.subarray(0, beginning.length).equals(beginning) &&
  header.length === applicationIdAt + 4 &&
  header.readUInt32BE(applicationIdAt) === applicationId

function firstBytes(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(applicationIdAt + 4)
    return bytes.subarray(0, readSync(file, bytes))
  } finally {
    closeSync(file)
  }
}
