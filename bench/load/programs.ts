import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const needed = { wrk: 'wrk', taskset: 'util-linux', nginx: 'nginx-light' } as const

/** What keeps this machine from measuring, a sentence each; none where it can. nginx is only one of the peers. */
export function whatIsMissing(): string[] {
  const missing = (['wrk', 'taskset'] as const)
    .filter((program) => !has(program))
    .map((program) => `${program} is missing; on Debian: apt-get install ${needed[program]}`)
  if (availableParallelism() < 2) missing.push('two cores are needed: one for the server, one for the load')
  return missing
}

/** Whether a program can be run here. */
export function has(program: keyof typeof needed): boolean {
  return spawnSync(program, ['-v']).error === undefined
}
