import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** Servers run on the last core, everything else on the first. */
export const serverCore = availableParallelism() - 1
export const loadCore = 0

/** Keeps this process, and what it starts without a core of its own, from taking time from the servers. */
export function stayOnLoadCore(): void {
  spawnSync('taskset', ['-a', '-c', '-p', String(loadCore), String(process.pid)])
}
