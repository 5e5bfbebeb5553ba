import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import t from 'tap'

const source = resolve(import.meta.dirname, '../../bench/load/keep-awake.ts')

/** Runs a program that keeps the core awake, and prints whether it may and what the file says meanwhile. */
function run(file: string) {
  const program = `
    import { existsSync, readFileSync } from 'node:fs'
    import { keepAwake } from ${JSON.stringify(source)}
    const file = ${JSON.stringify(file)}
    console.log(keepAwake(file), existsSync(file) && readFileSync(file, 'utf8'))`
  // Without what measures coverage, which would be loaded and never run.
  return spawnSync('env', ['-i', process.execPath, '--input-type=module', '-e', program], { encoding: 'utf8' })
}

t.test('a benchmark lets the core of the load generator sleep no longer, and as before once it ends', async (t) => {
  const file = join(t.testdir({}), 'pm_qos_resume_latency_us')
  for (const before of ['0', '100', 'n/a']) {
    writeFileSync(file, `${before}\n`)
    t.match(run(file), { status: 0, stdout: 'true n/a\n', stderr: '' })
    t.equal(readFileSync(file, 'utf8').trim(), before)
  }
})

t.test('where the system has no such file it says so and measures all the same', async (t) => {
  t.match(run(join(t.testdir({}), 'none')), {
    status: 0,
    stdout: 'false false\n',
    stderr: /^The core of the load generator may sleep between answers.*: ENOENT.*\n$/,
  })
})
