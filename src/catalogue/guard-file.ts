import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { ConfigError } from '../config-error.ts'

/** What every SQLite file begins with, broken ones mostly, too. */
const beginning = Buffer.from('SQLite format 3\0')

/**
 * Sees that what the SQLite file would replace is one, or empty, or nothing: a path that was mistyped must cost nobody a file.
 * @throws ConfigError otherwise.
 */
export function guardFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found || (found.isFile() && (found.size === 0 || firstBytes(path).equals(beginning)))) return
  throw new ConfigError(
    `${path} is no SQLite file and is not replaced by one; set DATABASE_PATH (--database) to another place, or move it away`,
  )
}

function firstBytes(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(beginning.length)
    return bytes.subarray(0, readSync(file, bytes))
  } finally {
    closeSync(file)
  }
}
