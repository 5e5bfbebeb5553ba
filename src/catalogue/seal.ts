import { createHash } from 'node:crypto'
import { appendFileSync, closeSync, fstatSync, openSync, readSync, statSync, truncateSync } from 'node:fs'

/** Bytes of SHA-256. */
const length = 32
const piece = 2 ** 20

/** The digest of the first bytes of an open file. */
function digestOf(file: number, size: number): Buffer {
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(Math.min(piece, size))
  for (let at = 0, read = -1; read !== 0 && at < size; at += read) {
    read = readSync(file, buffer, 0, Math.min(buffer.length, size - at), at)
    hash.update(buffer.subarray(0, read))
  }
  return hash.digest()
}

/**
 * Puts the digest of a SQLite file at its end, where SQLite reads nothing: how many pages there are stands in its head
 * (https://www.sqlite.org/fileformat.html, 1.3.7). So both are one file, which is put in its place in one step.
 */
export function seal(path: string): void {
  const file = openSync(path, 'r')
  try {
    appendFileSync(path, digestOf(file, fstatSync(file).size))
  } finally {
    closeSync(file)
  }
}

/** Takes the digest off a sealed file that is to be written on. */
export function unseal(path: string): void {
  truncateSync(path, statSync(path).size - length)
}

/** Tells one file from another that comes to stand in its place, or from what was written into it since. */
export function identityOf(path: string): string {
  const { dev, ino, size, mtimeNs } = statSync(path, { bigint: true })
  return [dev, ino, size, mtimeNs].join('.')
}

/** Whether each byte of a file is as it was when it was sealed. */
export function isAsSealed(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const size = fstatSync(file).size - length
    if (size < 0) return false
    const kept = Buffer.alloc(length)
    readSync(file, kept, 0, length, size)
    return kept.equals(digestOf(file, size))
  } finally {
    closeSync(file)
  }
}
