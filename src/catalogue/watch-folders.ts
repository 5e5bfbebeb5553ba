import { type FSWatcher, readdirSync, watch } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** How long a folder must be quiet before it is read: an editor or a copy writes a file in several steps. In milliseconds. */
const quiet = 300

/**
 * Calls back when something in one of the folders, or in a folder there, has changed and come to rest. The folder above is watched too:
 * deployments replace a whole folder, or the link that leads to it. What is to be watched is looked up anew before each call. Node's own
 * way to watch all below a folder is not used: on Linux it loses a file as soon as another has been renamed over it.
 * Returns the way to stop watching.
 * @throws Error when the folder above cannot be watched.
 */
export function watchFolders(folders: readonly string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  let inside: readonly FSWatcher[] = []
  const look = () => {
    for (const one of inside) one.close()
    inside = folders.flatMap(withFoldersIn).flatMap((folder) => watchIfThere(folder, settle))
  }
  const settle = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      look()
      changed()
    }, quiet)
  }
  const above = folders.map((folder) =>
    watch(dirname(folder), (_event, name) => {
      if (name === basename(folder)) settle()
    }),
  )
  look()
  return () => {
    clearTimeout(timer)
    for (const one of [...above, ...inside]) one.close()
  }
}

/** A folder and what may be folders in it, links among them; nothing while it is not there. */
function withFoldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return [folder, ...entries.filter((entry) => !entry.isFile()).map(({ name }) => join(folder, name))]
  } catch {
    return []
  }
}

/** Links may lead nowhere, and what was there a moment ago may be gone; then the folder that holds it tells of what comes. */
function watchIfThere(path: string, changed: () => void): FSWatcher[] {
  try {
    return [watch(path, changed).on('error', changed)]
  } catch {
    return []
  }
}
