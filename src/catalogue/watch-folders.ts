import { watch } from 'node:fs'
import { basename, dirname } from 'node:path'

/** How long a folder must be quiet before it is read: an editor or a copy writes a file in several steps. In milliseconds. */
const quiet = 300

/**
 * Calls back when something below one of the folders has changed and come to rest. The folder above is watched too: deployments
 * replace a whole folder, or the link that leads to it, and the new one has to be watched in turn. Returns the way to stop watching.
 */
export function watchFolders(folders: readonly string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const settle = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, quiet)
  }
  const stops = folders.map((folder) => watchFolder(folder, settle))
  return () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}

function watchFolder(folder: string, changed: () => void): () => void {
  let inside = watchInside(folder, changed)
  const above = watch(dirname(folder), (_event, name) => {
    if (name !== basename(folder)) return
    inside.close()
    inside = watchInside(folder, changed)
    changed()
  })
  return () => {
    above.close()
    inside.close()
  }
}

/** Watches what is in a folder. While there is none nothing is told; the folder above tells when it comes. */
const watchInside = (folder: string, changed: () => void) =>
  watch(folder, { recursive: true }, changed).on('error', changed)
