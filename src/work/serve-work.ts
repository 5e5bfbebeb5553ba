/** What a process that works sends back. */
export type Done<Result> = { readonly result: Result } | { readonly error: unknown }

/** What it sends once it has loaded its program and takes work. */
const ready = 'ready'

/**
 * Does the work that the process sends which started this one, and ends when that process lets go of it.
 */
export function serveWork<Task, Result>(work: (task: Task) => Promise<Result>): void {
  // A terminal sends these to all processes at once; the one that serves decides when work ends.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
  // Whoever serves is gone: nobody wants the result, and a build that goes on could take the place of a newer one.
  process.on('disconnect', () => process.exit())
  process.on('message', async (task: Task) => {
    const done: Done<Result> = await work(task).then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    )
    process.send?.(done)
  })
  process.send?.(ready)
}
