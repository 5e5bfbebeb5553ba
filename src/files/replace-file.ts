import { rmSync } from 'node:fs'
import { open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { draftBeside } from './drafts.ts'

/** The steps that reach the disk; a test makes one of them fail. */
export interface Disk {
  writeFile: typeof writeFile
  open: typeof open
  rename: typeof rename
  rm: typeof rm
}

const DISK: Disk = { writeFile, open, rename, rm }

/**
 * Replaces a file so that a crash or a full disk at any moment leaves the old one or the new one, never half of one:
 * `fill` makes a draft beside it, which is synced and renamed over it, and the folder synced, because the name is the folder's content.
 * @throws what the file system says, of the file itself: nobody who asked for it knows of a draft.
 */
export async function replaceByDraft(
  path: string,
  fill: (draft: string) => Promise<void>,
  disk: Disk = DISK,
): Promise<void> {
  const draft = draftBeside(path)
  // A process that is told to end meanwhile takes its draft with it.
  const withdraw = () => rmSync(draft, { force: true })
  process.once('exit', withdraw)
  try {
    await fill(draft)
    await sync(draft, 'r+', disk)
    await disk.rename(draft, path)
  } catch (error) {
    await disk.rm(draft, { force: true }).catch(() => {})
    throw ofFile(error as NodeJS.ErrnoException, draft, path)
  } finally {
    process.off('exit', withdraw)
  }
  await sync(dirname(path), 'r', disk)
}

function ofFile(error: NodeJS.ErrnoException, draft: string, path: string): Error {
  if (error.path !== draft) return error
  const message = error.message.replace(`'${draft}' -> `, '').replace(draft, path)
  return Object.assign(error, { path, message })
}

/** Replaces a file by content that is at hand, likewise. */
export function replaceFile(path: string, content: string | Buffer, disk: Disk = DISK): Promise<void> {
  return replaceByDraft(path, (draft) => disk.writeFile(draft, content, { mode: 0o644 }), disk)
}

/** Has the operating system put a file's content, or a folder's entries, on the disk. */
async function sync(path: string, flags: 'r' | 'r+', disk: Disk): Promise<void> {
  const handle = await disk.open(path, flags)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
