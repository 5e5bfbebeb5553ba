import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const packages = { wrk: 'wrk', taskset: 'util-linux' } as const

/** Ends the process, and says why, where this machine cannot measure. */
export function stopWhereSomethingIsMissing(): void {
  const missing = Object.entries(packages)
    .filter(([program]) => spawnSync(program, ['-v']).error !== undefined)
    .map(([program, debian]) => `${program} is missing; on Debian: apt-get install ${debian}`)
  if (availableParallelism() < 2) missing.push('two cores are needed: one for the server, one for the load')
  if (missing.length === 0) return
  process.stderr.write(`${missing.join('\n')}\n`)
  process.exit(1)
}
