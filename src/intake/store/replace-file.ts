import { open, rename, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { draftBeside } from '../../drafts.ts'

/** The steps that reach the disk; a test makes one of them fail. */
export interface Disk {
  open: typeof open
  rename: typeof rename
  unlink: typeof unlink
}

const DISK: Disk = { open, rename, unlink }

/**
 * Replaces a file so that a crash or a full disk at any moment leaves the old one or the new one, never half of one:
 * written beside it, synced, renamed over it, and the folder synced, because the name is the folder's content.
 */
export async function replaceFile(path: string, content: string | Buffer, disk: Disk = DISK): Promise<void> {
  const folder = dirname(path)
  const beside = draftBeside(path)
  try {
    const file = await disk.open(beside, 'w', 0o644)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await disk.rename(beside, path)
  } catch (error) {
    await disk.unlink(beside).catch(() => {})
    throw error
  }
  const directory = await disk.open(folder, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
