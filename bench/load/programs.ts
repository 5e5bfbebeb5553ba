import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const needed = { wrk: 'wrk', taskset: 'util-linux', nginx: 'nginx-light' } as const

/** Ends the process, and says why, where this machine cannot measure. nginx is only one of the peers. */
export function stopWhereSomethingIsMissing(): void {
  const missing = (['wrk', 'taskset'] as const)
    .filter((program) => !has(program))
    .map((program) => `${program} is missing; on Debian: apt-get install ${needed[program]}`)
  if (availableParallelism() < 2) missing.push('two cores are needed: one for the server, one for the load')
  if (missing.length === 0) return
  process.stderr.write(`${missing.join('\n')}\n`)
  process.exit(1)
}

/** Whether a program can be run here. */
export function has(program: keyof typeof needed): boolean {
  return spawnSync(program, ['-v']).error === undefined
}
