import { spawnSync } from 'node:child_process'
import { chmodSync, globSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { optionalTools, without } from '../scripts/optional-tools.ts'

const root = join(import.meta.dirname, '..')
const names = Object.keys(optionalTools) as (keyof typeof optionalTools)[]

/** A folder with node and programs of these names that do nothing. */
function programs(t: Test, ...names: string[]): string {
  const folder = t.testdir({})
  symlinkSync(process.execPath, join(folder, 'node'))
  for (const name of names) {
    writeFileSync(join(folder, name), '#!/bin/sh\n')
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}
const run = (PATH: string, ...args: string[]) =>
  spawnSync(process.execPath, args, { cwd: root, env: { ...process.env, PATH, TAP: '1' }, encoding: 'utf8' })

t.test(
  'with node alone every test that needs more is skipped and passes, and the end of the run tells all',
  async (t) => {
    const PATH = programs(t)
    for (const name of names) {
      for (const test of optionalTools[name].tests) {
        const { status, stdout } = run(PATH, test)
        t.equal(status, 0, test)
        t.match(stdout, `# SKIP SKIPPED without ${name}: not proven that ${optionalTools[name].proves}`)
        t.notMatch(stdout, /^ *not ok/m)
      }
    }
    const { stdout, status } = run(PATH, 'scripts/untried.ts')
    t.equal(status, 0)
    for (const name of names) {
      const { proves, get, tests } = optionalTools[name]
      t.match(
        stdout,
        `  ${name}: that ${proves}\n    to have it tried: ${get}; then npx tap --disable-coverage ${tests[0]}`,
      )
    }
    t.same(
      run(PATH, 'scripts/untried.ts', '--tests').stdout.trim().split('\n'),
      names.flatMap((name) => [...optionalTools[name].tests]),
    )
    t.match(run(PATH, 'scripts/untried.ts', '--packages').stdout, /^nginx-light\ndefault-jdk-headless\n/)
  },
)

t.test('where everything is there nothing is skipped, and nothing is told', async (t) => {
  const PATH = programs(t, 'nginx', 'javac', 'java', 'curl', 'sh', 'script', 'soffice', 'mount', 'umount')
  t.match(run(PATH, 'scripts/untried.ts'), { status: 0, stdout: /^$/ })
  t.equal(run(PATH, 'scripts/untried.ts', '--tests').stdout, '')
  const { PATH: before } = process.env
  t.teardown(() => {
    process.env.PATH = before
  })
  process.env.PATH = PATH
  t.same(without('nginx'), { skip: false })
  process.env.PATH = programs(t, 'javac')
  t.match(without('jdk'), { skip: /^SKIPPED without jdk/ }, 'a compiler alone is not enough')
})

t.test('each tool names the tests that ask for it, and no other', async (t) => {
  const asking = globSync('test/**/*.test.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/, without\('(\w+)'\)/g)].map(([, name]) => `${name} ${file}`),
  )
  const named = names.flatMap((name) => optionalTools[name].tests.map((file) => `${name} ${file}`))
  t.same([...new Set(asking)].sort(), named.sort())
})

t.test('the test command ends with what was not tried, and CI runs it before it installs any tool', async (t) => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  t.match(scripts.test, / && tap && node scripts\/untried\.ts$/)
  const ci = readFileSync(join(root, '.ci/run'), 'utf8')
  t.match(ci, /^npm ci && npm test \|\| exit 1$[\s\S]*scripts\/untried\.ts --packages/m)
})
