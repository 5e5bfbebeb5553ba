import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import t, { type Test } from 'tap'

const load = resolve(import.meta.dirname, '../../bench/load')

/** The folder in which a system describes its cores. */
const system = (t: Test, driver: string, bound: string) =>
  t.testdir({
    cpuidle: { current_driver: `${driver}\n` },
    cpu0: { power: { pm_qos_resume_latency_us: `${bound}\n` } },
  })
const boundOf = (folder: string) => readFileSync(join(folder, 'cpu0/power/pm_qos_resume_latency_us'), 'utf8').trim()

/** A benchmark that keeps the core awake, prints whether it may and what the bound is then, and ends somehow. */
function run(folder: string, end: string) {
  const program = `
    import { existsSync, readFileSync } from 'node:fs'
    import { join } from 'node:path'
    import { keepAwake } from ${JSON.stringify(join(load, 'keep-awake.ts'))}
    import { ownFolder } from ${JSON.stringify(join(load, 'own-folder.ts'))}
    ownFolder('qingdan-test-')
    const bound = join(${JSON.stringify(folder)}, 'cpu0/power/pm_qos_resume_latency_us')
    console.log(keepAwake(${JSON.stringify(folder)}), existsSync(bound) && readFileSync(bound, 'utf8').trim())
    ${end}`
  // Without what measures coverage, which would be loaded and never run.
  return spawnSync('env', ['-i', process.execPath, '--input-type=module', '-e', program], { encoding: 'utf8' })
}

t.test('a benchmark keeps the core of the load generator awake while it runs, however it ends', async (t) => {
  for (const [end, status] of [
    ['', 0],
    ["throw new Error('not answered')", 1],
    ["process.kill(process.pid, 'SIGINT'); setInterval(() => {}, 1000)", 1],
    ["process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1000)", 1],
  ] as const) {
    const folder = system(t, 'haltpoll', '100')
    t.match(run(folder, end), { status, stdout: 'true n/a\n' }, end)
    t.equal(boundOf(folder), '100', 'and puts back what was said before')
  }
})

t.test('where the system cannot keep a core awake, or may not, the benchmark says so and goes on', async (t) => {
  const without = system(t, 'none', '0')
  for (const [folder, why] of [
    [join(without, 'none'), 'ENOENT'],
    [without, 'no driver for idle cores'],
  ] as const) {
    const ended = run(folder, '')
    t.match(ended, { status: 0, stdout: /^false (false|0)\n$/ })
    t.match(ended.stderr, /^The core of the load generator may sleep between answers/)
    t.match(ended.stderr, why)
  }
  t.equal(boundOf(without), '0')
})
