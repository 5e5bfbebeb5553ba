import { watch } from 'node:fs'

/** How long a folder must be quiet before it is read: an editor or a copy writes a file in several steps. In milliseconds. */
const quiet = 300

/**
 * Calls back when something below one of the folders has changed and come to rest. A folder that can no longer be watched
 * (it was removed) counts as a change. Returns the way to stop watching.
 */
export function watchFolders(folders: readonly string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const settle = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, quiet)
  }
  const watchers = folders.map((folder) => watch(folder, { recursive: true }, settle).on('error', settle))
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
