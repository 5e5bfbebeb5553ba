import { createHash } from 'node:crypto'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { threadId } from 'node:worker_threads'

/** Nothing is written for as long; what an hour has not touched was left by a process that is gone. In milliseconds. */
const abandoned = 3_600_000

/** Processes of two containers may share a folder and have the same number; they do not have the same host name. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

/**
 * The place beside a file where its next content is written before it takes the file's name. Hidden and ending like no data file:
 * nothing that reads the folder takes it for one. What killed processes left of earlier attempts is removed.
 */
export function draftBeside(path: string): string {
  const draft = join(dirname(path), `.${basename(path)}.${machine}.${process.pid}-${threadId}.draft`)
  removeLeftDrafts(path, draft)
  return draft
}

/** Removes drafts that nobody writes any more, with the journals of SQLite beside them. Those of processes that run stay. */
function removeLeftDrafts(path: string, own: string): void {
  const start = `.${basename(path)}.`
  try {
    for (const name of readdirSync(dirname(path)).filter((one) => one.startsWith(start))) {
      const [, host, pid] = /^([0-9a-f]{8})\.(\d+)-\d+\.draft(?:-journal)?$/.exec(name.slice(start.length)) ?? []
      if (host === undefined) continue
      const draft = join(dirname(path), name)
      // A container that was killed starts again with the same number of its process, and so with the same draft.
      if (draft.startsWith(own) || (host === machine && !runs(Number(pid))) || isOld(draft))
        rmSync(draft, { force: true })
    }
  } catch {
    // It tidies up for others; whether the place can be written is found out and told by who writes there.
  }
}

/** Whether somebody else is about to replace the file, beside whoever writes this draft. */
export const othersReplace = (path: string, own: string): boolean =>
  readdirSync(dirname(path)).some(
    (name) => name.startsWith(`.${basename(path)}.`) && name.endsWith('.draft') && join(dirname(path), name) !== own,
  )

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as another user.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

function isOld(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return found !== undefined && Date.now() - found.mtimeMs > abandoned
}
