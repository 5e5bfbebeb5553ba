import { type FSWatcher, readdirSync, watch } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** How long a folder must be quiet before it is read: an editor or a copy writes a file in several steps. In milliseconds. */
const quiet = 300
/** How long a change waits at most: something may never be quiet. */
const longest = 1000

/** What is never read: hidden files, and those that editors put beside a file. Volumes of containers turn a hidden link, ..data. */
const passedOver = /^(?:\.(?!\.)|~)/u

/** Who is told about the folders. */
export interface FoldersObserver {
  /** Something has changed and come to rest. */
  changed(): void
  /** The system lets no more be watched: changes may go unseen. */
  unwatched(error: Error): void
}

export interface Watch {
  /** Looks up anew what is to be watched. */
  readonly look: () => void
  readonly stop: () => void
}

/**
 * Tells when something in one of the folders, or in a folder there, has changed and come to rest, or has not come to rest for a second. The way to each is watched too:
 * deployments replace a whole folder, or a link that leads to it. What is to be watched is looked up anew before each call. Node's own
 * way to watch all below a folder is not used: on Linux it loses a file as soon as another has been renamed over it.
 */
export function watchFolders(folders: readonly string[], { changed, unwatched }: FoldersObserver): Watch {
  let timer: NodeJS.Timeout | undefined
  let watchers: readonly FSWatcher[] = []
  let first: number | undefined
  const settle = () => {
    const now = performance.now()
    first ??= now
    clearTimeout(timer)
    timer = setTimeout(
      () => {
        first = undefined
        look()
        changed()
      },
      Math.max(0, Math.min(quiet, first + longest - now)),
    )
  }
  const settleFor = (name: string | null) => {
    // Where the system does not name it, it may be anything.
    if (!passedOver.test(`${name}`)) settle()
  }
  const close = () => {
    for (const one of watchers) one.close()
  }
  const look = () => {
    close()
    let refused: Error | undefined
    const watchIfThere = (path: string, heard: (name: string | null) => void): FSWatcher[] => {
      try {
        return [watch(path, (_event, name) => heard(name)).on('error', settle)]
      } catch (error) {
        // Links may lead nowhere, and what was there a moment ago may be gone; then the folder that holds it tells of what comes.
        if (isRefused(error as NodeJS.ErrnoException)) refused = error as Error
        return []
      }
    }
    watchers = folders.flatMap((folder) => [
      ...wayTo(folder).flatMap(({ above, next }) =>
        watchIfThere(above, (name) => {
          if (name === next) settle()
        }),
      ),
      ...withWhatIsIn(folder).flatMap((path) => watchIfThere(path, settleFor)),
    ])
    if (refused) unwatched(refused)
  }
  look()
  const stop = () => {
    clearTimeout(timer)
    close()
  }
  return { look, stop }
}

/** The folders that lead to a folder, each with the name in it that leads on. */
function wayTo(folder: string): { above: string; next: string }[] {
  const above = dirname(folder)
  return above === folder ? [] : [...wayTo(above), { above, next: basename(folder) }]
}

/** A folder with what may be folders in it and in those, links among them. */
function withWhatIsIn(folder: string): string[] {
  return [folder, ...notFilesIn(folder).flatMap((path) => [path, ...notFilesIn(path)])]
}

/** Nothing where there is no folder. */
function notFilesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries.filter((entry) => !entry.isFile()).map(({ name }) => join(folder, name))
  } catch {
    return []
  }
}

/** Too many watches of this user, or too many open files. */
const isRefused = ({ code = '' }: NodeJS.ErrnoException) => ['ENOSPC', 'EMFILE', 'ENFILE'].includes(code)
